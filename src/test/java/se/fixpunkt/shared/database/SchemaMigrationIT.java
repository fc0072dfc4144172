package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.Ports;

class SchemaMigrationIT {
    private static EmbeddedMariaDb database;
    private static MariaDbDataSource source;

    @BeforeAll
    static void start(@TempDir Path home) throws SQLException {
        database = EmbeddedMariaDb.start(
                home,
                Path.of("target/mariadb").toAbsolutePath(),
                Ports.Plan.free().database(),
                "secret");
        source = new MariaDbDataSource(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void emptyTheDatabase() throws SQLException {
        try (Connection connection = database.connectAsRoot();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE fixpunkt");
            statement.execute("CREATE DATABASE fixpunkt CHARACTER SET utf8mb4");
        }
    }

    @Test
    void twoNodesThatStartTogetherMigrateOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> node = () -> {
                SchemaMigration.migrate(source);
                return null;
            };
            for (Future<Void> started : nodes.invokeAll(List.of(node, node))) {
                started.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertEquals(
                number(
                        "SELECT COUNT(DISTINCT version) FROM flyway_schema_history WHERE success = 1 AND version <> '0'"),
                number("SELECT COUNT(*) FROM flyway_schema_history WHERE version <> '0'"));
        assertEquals(0, number("SELECT COUNT(*) FROM node_lease"), "the lease was given back");
    }

    @Test
    void theNextStartFindsNothingToDo() throws SQLException {
        SchemaMigration.migrate(source);
        long done = number("SELECT COUNT(*) FROM flyway_schema_history");
        SchemaMigration.migrate(source);
        assertEquals(done, number("SELECT COUNT(*) FROM flyway_schema_history"));
    }

    @Test
    void everyTableHasAPrimaryKeyAndIsInInnoDb() throws SQLException {
        SchemaMigration.migrate(source);
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM information_schema.tables t WHERE t.table_schema = 'fixpunkt'"
                        + " AND (t.engine <> 'InnoDB' OR NOT EXISTS (SELECT 1 FROM information_schema.statistics s"
                        + " WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name"
                        + " AND s.index_name = 'PRIMARY'))"));
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM information_schema.columns"
                        + " WHERE table_schema = 'fixpunkt' AND extra LIKE '%auto_increment%'"));
    }

    @Test
    void aLeaseHasOneHolderUntilItIsGivenBackOrRunsOut() throws SQLException {
        SchemaMigration.migrate(source);
        Duration length = Duration.ofMinutes(1);
        try (Connection connection = database.connect()) {
            assertTrue(LeaseStatements.take(connection, "a", "work", length));
            assertTrue(LeaseStatements.take(connection, "a", "work", length), "the holder keeps it");
            assertFalse(LeaseStatements.take(connection, "b", "work", length));

            LeaseStatements.release(connection, "b", "work");
            assertFalse(LeaseStatements.take(connection, "b", "work", length), "only the holder gives it back");

            LeaseStatements.release(connection, "a", "work");
            assertTrue(LeaseStatements.take(connection, "b", "work", Duration.ofSeconds(-1)));
            assertTrue(LeaseStatements.take(connection, "c", "work", length), "one that ran out is overtaken");
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }
}
