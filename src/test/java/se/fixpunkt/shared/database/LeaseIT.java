package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.Ports;
import se.fixpunkt.harness.Waiting;

/** Nodes that claim the same work at the same time, each on a connection of its own. */
class LeaseIT {
    private static final int NODES = 8;
    private static EmbeddedMariaDb database;

    @BeforeAll
    static void start(@TempDir Path home) throws SQLException {
        database = EmbeddedMariaDb.start(
                home,
                Path.of("target/mariadb").toAbsolutePath(),
                Ports.Plan.free().database(),
                "secret");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE node_lease (name VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,"
                    + " holder VARCHAR(64) NOT NULL, expires_at DATETIME(6) NOT NULL) ENGINE = InnoDB");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void ofManyClaimantsOneHasIt() throws Exception {
        assertEquals(1, winners("first", Duration.ofMinutes(10)));
        assertEquals(0, winners("first", Duration.ofMinutes(10)));
    }

    @Test
    void whoHasItKeepsItAndADeadHolderIsOvertakenByOne() throws Exception {
        assertTrue(take("node-a", "second", Duration.ofMinutes(5)));
        assertTrue(take("node-a", "second", Duration.ofMinutes(5)));
        assertFalse(take("node-b", "second", Duration.ofMinutes(5)));

        assertTrue(take("node-a", "second", Duration.ofSeconds(2)));
        List<Integer> won = new ArrayList<>();
        Waiting.until("the lease runs out", Duration.ofMinutes(1), () -> {
            won.add(winners("second", Duration.ofMinutes(5)));
            return won.get(won.size() - 1) > 0;
        });

        assertEquals(1, won.get(won.size() - 1));
    }

    private static int winners(String name, Duration length) {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            CyclicBarrier together = new CyclicBarrier(NODES);
            List<Callable<Boolean>> claimants = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                claimants.add(() -> {
                    together.await(90, TimeUnit.SECONDS);
                    return take(UUID.randomUUID().toString(), name, length);
                });
            }
            int winners = 0;
            for (Future<Boolean> claimant : nodes.invokeAll(claimants)) {
                winners += claimant.get(120, TimeUnit.SECONDS) ? 1 : 0;
            }
            return winners;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        } finally {
            nodes.shutdownNow();
        }
    }

    private static boolean take(String holder, String name, Duration length) throws SQLException {
        try (Connection connection = database.connect()) {
            return LeaseStatements.take(connection, holder, name, length);
        }
    }
}
