package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.InsideTheServer;

/** Inside the real server, on the real database: several sweeps at once, besides the server's own watchman. */
@ArquillianTest
class SupervisionIT {
    private static final int SWEEPS = 6;

    @Inject
    private SupervisionRound round;

    @Inject
    private DataSource database;

    @Inject
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(SupervisionIT.class);
    }

    @Test
    void ofManyWhoSeeTheSameSilenceOneRaisesTheAlarm() throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID device = silent(organisation, "198.51.100.0/24");
        overdue(organisation);

        sweep();

        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE device_id = ? AND kind = 'silence'", device));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM journal WHERE organisation_id = ? AND kind = 'CommunicationFailed'",
                        organisation));
        sweep();
        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation));
    }

    @Test
    void aNetworkThatFallsSilentIsOneAlarmWithTheListInside() throws Exception {
        UUID organisation = UUID.randomUUID();
        for (int i = 0; i < 25; i++) {
            silent(organisation, "198.51.100.0/24");
        }
        overdue(organisation);

        sweep();

        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation));
        assertEquals(
                25, count("SELECT repeats FROM alarm WHERE organisation_id = ? AND kind = 'system'", organisation));
        assertEquals(
                25,
                count(
                        "SELECT COUNT(*) FROM device_state s JOIN alarm a ON a.id = s.silent_alarm"
                                + " WHERE s.organisation_id = ?",
                        organisation));
        assertTrue(count(
                        "SELECT COUNT(*) FROM alarm_note n JOIN alarm a ON a.id = n.alarm_id"
                                + " WHERE a.organisation_id = ? AND n.text LIKE '%Prov (%'",
                        organisation)
                >= 1);

        execute(
                "UPDATE device_state SET silent_since = NULL, silent_alarm = NULL WHERE organisation_id = ?",
                organisation.toString());
        sweep();
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM alarm WHERE organisation_id = ? AND restored_at IS NOT NULL"
                                + " AND state = 'OPEN' AND standing_condition IS NULL",
                        organisation));
    }

    @Test
    void devicesThatWereNeverHeardAreOneAlarmUntilTheyAre() throws Exception {
        UUID organisation = UUID.randomUUID();
        for (int i = 0; i < 65; i++) {
            silent(organisation, i < 40 ? "198.51.100.0/24" : null);
        }
        execute(
                "UPDATE device_state SET due_at = UTC_TIMESTAMP(6) + INTERVAL IF(network IS NULL, -1, 60) MINUTE"
                        + " WHERE organisation_id = ?",
                organisation.toString());

        sweep();

        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation));
        assertEquals(
                25,
                count(
                        "SELECT repeats FROM alarm WHERE organisation_id = ? AND kind = 'system'"
                                + " AND text LIKE '25 övervakade enheter har aldrig hörts%'",
                        organisation));

        execute(
                "UPDATE device_state SET silent_since = NULL, silent_alarm = NULL WHERE organisation_id = ?",
                organisation.toString());
        sweep();
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM alarm_note n JOIN alarm a ON a.id = n.alarm_id"
                                + " WHERE a.organisation_id = ? AND n.text LIKE 'Alla har hörts nu%'",
                        organisation));
    }

    @Test
    void whatFallsSilentAfterTheAlarmOfItsNetworkWasClosedRaisesItAnew() throws Exception {
        UUID organisation = UUID.randomUUID();
        for (int i = 0; i < 25; i++) {
            silent(organisation, "198.51.100.0/24");
        }
        overdue(organisation);
        sweep();
        execute("UPDATE alarm SET state = 'CLOSED' WHERE organisation_id = ?", organisation.toString());
        UUID late = silent(organisation, "198.51.100.0/24");
        execute(
                "UPDATE device_state SET due_at = last_heard_at + INTERVAL 66 SECOND WHERE device_id = ?",
                late.toString());

        sweep();

        assertEquals(2, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation));
        assertEquals(
                26,
                count(
                        "SELECT repeats FROM alarm WHERE organisation_id = ? AND state = 'OPEN'"
                                + " AND standing_condition IS NOT NULL AND text LIKE '26 av 26 %'",
                        organisation));
        assertEquals(
                26,
                count(
                        "SELECT COUNT(*) FROM device_state s JOIN alarm a ON a.id = s.silent_alarm"
                                + " WHERE s.organisation_id = ? AND a.state = 'OPEN'",
                        organisation));
    }

    @Test
    void thatNobodyListenedIsOneAlarmAndNoDeviceIsBlamed() throws Exception {
        // A look of the server's own watchman that is still under way below is one that has begun after a break, and
        // blames
        // nobody.
        nobodyListened();
        awaitTheWatchman();
        UUID organisation = UUID.randomUUID();
        for (int i = 0; i < 25; i++) {
            silent(organisation, "203.0.113.0/24");
        }
        nobodyListened();
        overdue(organisation);

        together(round::look);

        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM alarm WHERE organisation_id = ? AND kind = 'system' AND state = 'OPEN'"
                                + " AND restored_at IS NOT NULL AND text LIKE 'Ingen larmmottagning%'",
                        organisation));
        assertEquals(
                0,
                count(
                        "SELECT COUNT(*) FROM device_state WHERE organisation_id = ? AND silent_since IS NOT NULL",
                        organisation));
    }

    private void nobodyListened() throws SQLException {
        execute("UPDATE reception_watch SET listening_since = UTC_TIMESTAMP(6) - INTERVAL 1 DAY,"
                + " seen_at = UTC_TIMESTAMP(6) - INTERVAL 5 MINUTE");
    }

    private void awaitTheWatchman() throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (isUnseen()) {
            assertTrue(System.nanoTime() - end < 0, "the watchman does not look");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isUnseen() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id FROM reception_watch WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL 4 MINUTE");
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /** As several nodes do, each at its own moment or all at the same. */
    private void sweep() throws Exception {
        Instant now = Instant.now();
        together(() -> round.look(now.minus(Duration.ofDays(30)), now));
    }

    private void together(Runnable look) throws Exception {
        CyclicBarrier together = new CyclicBarrier(SWEEPS);
        List<Callable<Boolean>> sweeps = new ArrayList<>();
        for (int i = 0; i < SWEEPS; i++) {
            sweeps.add(() -> {
                together.await(90, TimeUnit.SECONDS);
                look.run();
                return true;
            });
        }
        for (Future<Boolean> sweep : threads.invokeAll(sweeps)) {
            sweep.get(120, TimeUnit.SECONDS);
        }
    }

    /** All at once, so that the server's own watchman does not see some of them before the others. */
    private void overdue(UUID organisation) throws SQLException {
        execute(
                "UPDATE device_state SET due_at = last_heard_at + INTERVAL 66 SECOND WHERE organisation_id = ?",
                organisation.toString());
    }

    private UUID silent(UUID organisation, String network) throws SQLException {
        UUID device = UUID.randomUUID();
        execute(
                "INSERT INTO device (id, organisation_id, protocol, identity, name, supervision_seconds, created_at, version)"
                        + " VALUES (?, ?, 'webhook', ?, 'Prov', 60, UTC_TIMESTAMP(6), 1)",
                device.toString(),
                organisation.toString(),
                device.toString());
        execute(
                "INSERT INTO device_state (device_id, organisation_id, last_heard_at, network, watched_seconds)"
                        + " VALUES (?, ?, UTC_TIMESTAMP(6) - INTERVAL 5 MINUTE, ?, 60)",
                device.toString(),
                organisation.toString(),
                network);
        return device;
    }

    private int count(String sql, UUID value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
