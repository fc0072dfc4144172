package se.fixpunkt.operations.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.BlindSpot;
import se.fixpunkt.operations.BlindSpot.Kind;
import se.fixpunkt.operations.Certificate;
import se.fixpunkt.operations.NodeReport;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.NodeStatus.Condition;

class BlindSpotsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final Backup.Last LAST = new Backup.Last(NOW, "full", 1, null);
    private static final Backup.Drill FAILED = new Backup.Drill(NOW, false, NOW, 1, 1, "rows differ");
    private static final NodeStatus WATCHED = node("a", Condition.READY, new Certificate("a.pem", "CN=a", NOW));

    @Test
    void anInstallationWithBackupDrillAndCertificatesHasNone() {
        assertEquals(List.of(), BlindSpots.of(List.of(WATCHED), new Backup(true, LAST, FAILED)));
    }

    @Test
    void aBackupThatIsNotSetUpIsOneAndCoversItsDrill() {
        assertEquals(
                List.of(new BlindSpot(Kind.BACKUP_NOT_SET_UP, "")),
                BlindSpots.of(List.of(WATCHED), Backup.NOT_CONFIGURED));
    }

    @Test
    void aBackupAndADrillThatHaveNotBeenYetAre() {
        assertEquals(
                List.of(new BlindSpot(Kind.NO_BACKUP_YET, ""), new BlindSpot(Kind.NO_DRILL_YET, "")),
                BlindSpots.of(List.of(WATCHED), new Backup(true, null, null)));
        assertEquals(
                List.of(new BlindSpot(Kind.NO_DRILL_YET, "")),
                BlindSpots.of(List.of(WATCHED), new Backup(true, LAST, null)));
    }

    @Test
    void runningNodesThatWatchNoCertificateAreNamedTogether() {
        assertEquals(
                List.of(new BlindSpot(Kind.CERTIFICATES_NOT_SET_UP, "b, c")),
                BlindSpots.of(
                        List.of(
                                node("c", Condition.NOT_READY),
                                WATCHED,
                                node("b", Condition.READY),
                                node("d", Condition.STOPPED),
                                node("e", Condition.SILENT)),
                        new Backup(true, LAST, FAILED)));
    }

    private static NodeStatus node(String name, Condition condition, Certificate... certificates) {
        NodeReport report = new NodeReport(null, null, 0, null, List.of(certificates), null, null, true);
        return new NodeStatus(name, "1.0", NOW, NOW, 0, condition, report);
    }
}
