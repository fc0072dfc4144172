package se.fixpunkt.shared.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * Brings the schema up to date before anything else starts. Two nodes that start together: one holds the lease and
 * migrates, the other waits and then finds nothing left to do. It uses its own connections, because the pool checks each
 * of its connections against a table that does not exist yet.
 */
@ApplicationScoped
class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());
    private static final String LEASE = "schema-migration";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 600;

    void migrate(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object started)
            throws SQLException, InterruptedException {
        MariaDbDataSource database = new MariaDbDataSource(System.getenv("FIXPUNKT_DB_URL"));
        database.setUser(System.getenv("FIXPUNKT_DB_USER"));
        database.setPassword(System.getenv("FIXPUNKT_DB_PASSWORD"));
        String holder = TimeOrderedId.next().toString();
        try (Connection connection = reach(database)) {
            makeLeaseTable(connection);
            waitForLease(connection, holder);
            try {
                int done = Flyway.configure(SchemaMigration.class.getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate()
                        .migrationsExecuted;
                LOG.info(() -> "Schema is up to date, " + done + " migrations were run");
            } finally {
                LeaseRepository.release(connection, holder, LEASE);
            }
        }
    }

    private static Connection reach(MariaDbDataSource database) throws SQLException {
        try {
            return database.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "Fixpunkt does not start: FIXPUNKT_DB_URL, FIXPUNKT_DB_USER or FIXPUNKT_DB_PASSWORD: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static void makeLeaseTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS node_lease (name VARCHAR(64) CHARACTER SET ascii NOT NULL"
                    + " PRIMARY KEY, holder VARCHAR(64) NOT NULL, expires_at DATETIME(6) NOT NULL)"
                    + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4");
        }
    }

    private static void waitForLease(Connection connection, String holder) throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (LeaseRepository.take(connection, holder, LEASE, LEASE_LENGTH)) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("Fixpunkt does not start: another node has been migrating the schema too long");
    }
}
