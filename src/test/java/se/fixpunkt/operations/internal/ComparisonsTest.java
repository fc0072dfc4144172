package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.operations.Comparison;

class ComparisonsTest {
    /** In Sweden 02.30 is 01.30 UTC in winter and 00.30 UTC in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-10T01:30:01Z, , true",
        "2026-01-10T01:30:01Z, 2026-01-10T01:29:59Z, true",
        "2026-01-10T01:30:01Z, 2026-01-10T01:30:00Z, false",
        "2026-01-10T01:29:59Z, 2026-01-09T01:30:00Z, false",
        "2026-07-10T00:30:01Z, 2026-07-10T00:29:59Z, true",
        "2026-07-10T00:29:59Z, 2026-07-09T12:00:00Z, false"
    })
    void eachNightTheCopiesAreCompared(Instant now, Instant askedLast, boolean due) {
        assertEquals(due, Comparisons.isDue(Optional.ofNullable(askedLast).map(ComparisonsTest::askedAt), now));
    }

    private static ComparisonRepository.Row askedAt(Instant at) {
        Comparison done = new Comparison(at, at, 1, 1, 1, List.of(), List.of(), List.of());
        return new ComparisonRepository.Row(new UUID(0, 1), at, done);
    }
}
