package se.fixpunkt.operations.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.Certificate;
import se.fixpunkt.operations.Comparison.Difference;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Concern.Kind;
import se.fixpunkt.operations.Disk;
import se.fixpunkt.operations.NodeReport;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.NodeStatus.Condition;
import se.fixpunkt.shared.DatabaseSight;

class InspectionTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final DatabaseSight MINORITY =
            new DatabaseSight(false, true, "db-a", "non-Primary", 1, "Initialized", BigDecimal.ZERO, 0, 0);

    @Test
    void aHealthyInstallationIsOfNoConcern() {
        Backup backup = backup(NOW.minus(Duration.ofHours(25)), true);
        NodeReport report = new NodeReport(
                DatabaseSight.alone("db"),
                List.of(),
                0,
                List.of(disk(10)),
                List.of(certificate(14)),
                backup,
                null,
                true);

        assertEquals(List.of(), Inspection.of(List.of(node(Condition.READY, report)), backup, List.of(), NOW));
    }

    @Test
    void aSilentNodeIs() {
        assertEquals(List.of(new Concern(Kind.NODE_SILENT, "a", "42")), concerns(Condition.SILENT, NodeReport.EMPTY));
    }

    @Test
    void whatASilentOrStoppedNodeLastSaidCountsNoMore() {
        NodeReport bad =
                new NodeReport(MINORITY, List.of(), 0, List.of(disk(1)), List.of(certificate(1)), null, null, true);

        assertEquals(List.of(), concerns(Condition.STOPPED, bad));
        assertEquals(1, concerns(Condition.SILENT, bad).size());
    }

    @Test
    void aDatabaseInTheMinorityIs() {
        NodeReport report = new NodeReport(MINORITY, null, 0, null, null, null, null, true);

        assertEquals(List.of(new Concern(Kind.NOT_PRIMARY, "a", "non-Primary")), concerns(Condition.NOT_READY, report));
    }

    @Test
    void aDiskWithLessThanTenPercentFreeIs() {
        NodeReport report =
                new NodeReport(DatabaseSight.alone("db"), null, 0, List.of(disk(9)), null, null, null, true);

        assertEquals(List.of(new Concern(Kind.DISK_FULL, "a /srv", "9")), concerns(Condition.READY, report));
    }

    @Test
    void aCertificateWithLessThanFourteenDaysIs() {
        NodeReport report = new NodeReport(
                DatabaseSight.alone("db"),
                null,
                0,
                null,
                List.of(certificate(13), new Certificate("gone.pem", null, null)),
                null,
                null,
                true);

        assertEquals(
                List.of(
                        new Concern(Kind.CERTIFICATE_ENDS, "a app.pem", "13"),
                        new Concern(Kind.CERTIFICATE_UNREADABLE, "a gone.pem", "")),
                concerns(Condition.READY, report));
    }

    @Test
    void aBackupOlderThanTwentySixHoursIs() {
        assertEquals(
                List.of(new Concern(Kind.BACKUP_OLD, "", "27")),
                Inspection.of(List.of(), backup(NOW.minus(Duration.ofHours(27)), true), List.of(), NOW));
    }

    @Test
    void beforeTheFirstBackupTheAgeCountsFromTheFirstStart() {
        Backup none = new Backup(true, null, null);

        assertEquals(
                List.of(new Concern(Kind.BACKUP_OLD, "", "100")),
                Inspection.of(List.of(node(Condition.READY, NodeReport.EMPTY)), none, List.of(), NOW));
    }

    @Test
    void aFailedDrillIs() {
        assertEquals(
                List.of(new Concern(Kind.DRILL_FAILED, "", "rows differ")),
                Inspection.of(List.of(), backup(NOW, false), List.of(), NOW));
    }

    @Test
    void withoutABackupThatAnybodyToldOfThereIsNothingToSay() {
        assertEquals(List.of(), Inspection.of(List.of(), Backup.NOT_CONFIGURED, List.of(), NOW));
    }

    private static List<Concern> concerns(Condition condition, NodeReport report) {
        return Inspection.of(List.of(node(condition, report)), Backup.NOT_CONFIGURED, List.of(), NOW);
    }

    @Test
    void clocksThatAreFarApartAreAConcernOfBothNodes() {
        NodeStatus right = heard("a", 3, NOW.minusSeconds(3));
        assertEquals(
                List.of(new Concern(Kind.CLOCK_OFF, "a, b", "60")),
                Inspection.of(
                        List.of(heard("b", 1, NOW.plusSeconds(59)), right), Backup.NOT_CONFIGURED, List.of(), NOW));
        assertEquals(
                List.of(),
                Inspection.of(
                        List.of(heard("b", 0, NOW.plusSeconds(9)), right), Backup.NOT_CONFIGURED, List.of(), NOW));
    }

    @Test
    void copiesThatDifferAreAConcernForEachTable() {
        Difference difference = new Difference("alarm", "db-b:3306", 2, "4711");
        assertEquals(
                List.of(new Concern(Kind.COPIES_DIFFER, "db-b:3306 alarm", "2")),
                Inspection.of(List.of(), Backup.NOT_CONFIGURED, List.of(difference), NOW));
    }

    private static final NodeReport WELL =
            new NodeReport(DatabaseSight.alone("db"), null, 0, null, null, null, null, true);

    private static NodeStatus heard(String name, long secondsAgo, Instant itsTime) {
        return new NodeStatus(name, "1.0", NOW, itsTime, secondsAgo, Condition.READY, WELL);
    }

    private static NodeStatus node(Condition condition, NodeReport report) {
        return new NodeStatus("a", "1.0", NOW.minus(Duration.ofHours(100)), NOW, 42, condition, report);
    }

    private static Disk disk(int percent) {
        return new Disk("/srv", 1000, 10L * percent);
    }

    private static Certificate certificate(int days) {
        return new Certificate("app.pem", "CN=app", NOW.plus(Duration.ofDays(days)));
    }

    private static Backup backup(Instant at, boolean drilled) {
        return new Backup(
                true,
                new Backup.Last(at, "full", 1, null),
                new Backup.Drill(at, drilled, at, 1, 1, drilled ? "" : "rows differ"));
    }
}
