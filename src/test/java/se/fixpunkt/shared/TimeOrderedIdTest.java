package se.fixpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void isOfVersionSevenAndTheRfcVariant() {
        UUID id = TimeOrderedId.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void idsMadeOneAfterTheOtherSortInThatOrder() {
        List<String> made = Stream.generate(TimeOrderedId::next)
                .limit(20_000)
                .map(UUID::toString)
                .toList();
        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void manyThreadsNeverMakeTheSameId() {
        long distinct = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(any -> TimeOrderedId.next())
                .distinct()
                .count();
        assertEquals(100_000, distinct);
    }

    @Test
    void theFirstFortyEightBitsAreTheTime() {
        long before = System.currentTimeMillis();
        long stamped = TimeOrderedId.next().getMostSignificantBits() >>> 16;
        long after = System.currentTimeMillis();
        // Ids that were made faster than their counter counts run ahead of the clock a little.
        assertTrue(
                stamped >= before && stamped < after + 10_000,
                () -> stamped + " is not between " + before + " and " + after);
    }
}
