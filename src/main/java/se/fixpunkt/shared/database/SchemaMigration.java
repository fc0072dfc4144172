package se.fixpunkt.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * Brings the schema up to date before anything else starts. Two nodes that start together: one holds the lease and
 * migrates, the other waits and then finds nothing left to do. It uses its own connection, because the pool is
 * not there yet. Each context numbers its migrations in a range of its own, so a later release may add a lower number.
 */
final class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());
    private static final String LEASE = "schema-migration";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 600;

    private SchemaMigration() {}

    static void migrate(DataSource database) throws SQLException {
        String holder = TimeOrderedId.next().toString();
        try (Connection connection = database.getConnection()) {
            makeLeaseTable(connection);
            waitForLease(connection, holder);
            try {
                int done = Flyway.configure(SchemaMigration.class.getClassLoader())
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .outOfOrder(true)
                        .load()
                        .migrate()
                        .migrationsExecuted;
                LOG.info(() -> "Schema is up to date, " + done + " migrations were run");
            } finally {
                LeaseStatements.release(connection, holder, LEASE);
            }
        }
    }

    private static void makeLeaseTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS node_lease (name VARCHAR(64) CHARACTER SET ascii NOT NULL"
                    + " PRIMARY KEY, holder VARCHAR(64) NOT NULL, expires_at DATETIME(6) NOT NULL)"
                    + " ENGINE = InnoDB DEFAULT CHARSET = utf8mb4");
        }
    }

    private static void waitForLease(Connection connection, String holder) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (LeaseStatements.take(connection, holder, LEASE, LEASE_LENGTH)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        throw new IllegalStateException("another node has been migrating the schema too long");
    }
}
