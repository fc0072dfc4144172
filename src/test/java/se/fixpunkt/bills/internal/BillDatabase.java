package se.fixpunkt.bills.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.Ports;

/** A migrated database of its own, for the repositories without a container. */
final class BillDatabase implements AutoCloseable {
    private final EmbeddedMariaDb server;
    private final MariaDbDataSource dataSource;

    private BillDatabase(EmbeddedMariaDb server, MariaDbDataSource dataSource) {
        this.server = server;
        this.dataSource = dataSource;
    }

    static BillDatabase start(Path home) {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(
                home, Path.of("target").toAbsolutePath().resolve("mariadb"), Ports.free(), "bills-tested-here");
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(server.url());
            dataSource.setUser(server.user());
            dataSource.setPassword(server.password());
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new BillDatabase(server, dataSource);
        } catch (SQLException failure) {
            server.close();
            throw new IllegalStateException(failure);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
