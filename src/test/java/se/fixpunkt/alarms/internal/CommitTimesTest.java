package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.MovableClock;

class CommitTimesTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final CommitTimes times = new CommitTimes(clock);

    @Test
    void theyGatherForAMomentAndAreThenWrittenTogether() {
        commit(1);
        clock.move(Duration.ofMillis(199));
        commit(2);
        assertTrue(times.due().isEmpty());

        clock.move(Duration.ofMillis(1));

        assertEquals(
                List.of(id(1), id(2)),
                times.due().stream().map(IntakeCommit::id).toList());
        assertTrue(times.isEmpty());
    }

    @Test
    void whenNothingElseComesTheyNeedNotGather() {
        commit(1);

        assertEquals(1, times.take().size());
    }

    @Test
    void whatWasRolledBackIsOwedStill() {
        commit(1);
        clock.move(Duration.ofSeconds(1));
        List<IntakeCommit> taken = times.due();

        times.rolledBack(new BatchWritten(id(2), 1, taken));

        assertFalse(times.isEmpty());
        assertEquals(taken, times.due());
    }

    private void commit(int number) {
        times.through(new BatchWritten(id(number), 1, List.of()));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
