package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitTroubleTest {
    private static final long NOW = 1_000_000_000_000L;
    private final CommitTrouble trouble = new CommitTrouble();

    @Test
    void lastsUntilTheNextCommit() {
        assertFalse(trouble.lasts(NOW));
        trouble.failed(failure("08000"), NOW);
        assertTrue(trouble.lasts(NOW + 1));
        trouble.committed();
        assertFalse(trouble.lasts(NOW + 2));
    }

    @Test
    void isForgottenAfterAWhileSoThatTheNodeIsTriedAgain() {
        trouble.late(NOW);
        assertTrue(trouble.lasts(NOW + Duration.ofSeconds(4).toNanos()));
        assertFalse(trouble.lasts(NOW + Duration.ofSeconds(6).toNanos()));
    }

    @Test
    void aMessageThatDoesNotFitItsColumnIsNoTroubleOfTheNode() {
        trouble.failed(failure("22001"), NOW);
        assertFalse(trouble.lasts(NOW));
    }

    @Test
    void aFullDiskIs() {
        trouble.failed(failure("HY000"), NOW);
        assertTrue(trouble.lasts(NOW));
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException(new SQLException("no", state));
    }
}
