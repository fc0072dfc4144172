package se.fixpunkt.shared.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.shared.StartRefused;

/**
 * The data source that the server's pool is made over (see {@code glassfish-resources.xml}). It hands out no connection
 * before the environment was checked and the schema brought up to date, because the server's persistence provider opens
 * one before any bean of ours lives. It is no XADataSource, unlike the driver's own, which Payara would take for one.
 */
public class Database implements DataSource {
    private final MariaDbDataSource driver;

    /** Made by the pool, once per server. */
    public Database() {
        Map<String, String> environment = System.getenv();
        Configuration.faults(environment).ifPresent(faults -> {
            throw StartRefused.because(faults);
        });
        try {
            driver = new MariaDbDataSource(inUtc(environment.get("FIXPUNKT_DB_URL")));
            driver.setUser(environment.get("FIXPUNKT_DB_USER"));
            driver.setPassword(environment.get("FIXPUNKT_DB_PASSWORD"));
            SchemaMigration.migrate(driver);
        } catch (SQLException | RuntimeException failure) {
            throw StartRefused.because("the database of FIXPUNKT_DB_URL, FIXPUNKT_DB_USER and FIXPUNKT_DB_PASSWORD: "
                    + failure.getMessage());
        }
    }

    /** Times are stored in UTC; the driver would otherwise convert them to the server's own time zone. */
    static String inUtc(String url) {
        if (url.matches(".*[?&]timezone=.*")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "timezone=UTC";
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DeferredAutoCommit.over(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DeferredAutoCommit.over(driver.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Database.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}
