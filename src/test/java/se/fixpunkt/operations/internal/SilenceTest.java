package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Silence silence = new Silence();

    @Test
    void countsFromWhenTheBeatWasSeenToChangeWhateverTheOthersClockSays() {
        Instant wrong = NOW.minus(Duration.ofMinutes(1));
        silence.of(row(1, wrong), NOW, 0);

        assertEquals(Duration.ZERO, silence.of(row(2, wrong), NOW, 5 * SECOND));
        assertEquals(Duration.ofSeconds(7), silence.of(row(2, wrong), NOW, 12 * SECOND));
    }

    @Test
    void beforeAnyChangeTheOthersOwnTimeIsAllThereIs() {
        assertEquals(Duration.ofHours(1), silence.of(row(1, NOW.minus(Duration.ofHours(1))), NOW, 0));
    }

    @Test
    void aNodeWhoseClockIsAheadIsSilentAfterAWhileToo() {
        Instant ahead = NOW.plus(Duration.ofMinutes(1));
        silence.of(row(1, ahead), NOW, 0);

        assertEquals(Duration.ofSeconds(40), silence.of(row(1, ahead), NOW.plusSeconds(40), 40 * SECOND));
    }

    private static NodeRepository.Row row(long beat, Instant seenAt) {
        return new NodeRepository.Row("a", "i", "1.0", NOW, seenAt, beat, true, null, "{}");
    }
}
