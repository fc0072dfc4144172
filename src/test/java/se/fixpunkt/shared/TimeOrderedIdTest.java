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
        assertTrue(stamped >= before && stamped < before + 10_000, () -> stamped + " is not near " + before);
    }
}
