package se.fixpunkt.bills.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
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

    /** Work on one connection and in one transaction, as the container does it. */
    void inOneTransaction(Consumer<DataSource> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            work.accept(only(connection));
            connection.commit();
        }
    }

    private static DataSource only(Connection connection) {
        Connection kept = stub(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return stub(DataSource.class, (method, arguments) -> kept);
    }

    private static <T> T stub(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                BillDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(method, arguments)));
    }

    @FunctionalInterface
    private interface Call {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    @Override
    public void close() {
        server.close();
    }
}
