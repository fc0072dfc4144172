package se.fixpunkt.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.mariadb.jdbc.MariaDbDataSource;

/** A connection beside the pool, for whoever must not wait when the pool does. */
public final class OwnConnection {
    private OwnConnection() {}

    /**
     * Opens it; the caller closes it.
     *
     * @param patience how long each answer of the database may take
     */
    public static Connection open(Duration patience) throws SQLException {
        Map<String, String> environment = System.getenv();
        MariaDbDataSource driver =
                new MariaDbDataSource(patient(Database.inUtc(environment.get("FIXPUNKT_DB_URL")), patience));
        driver.setUser(environment.get("FIXPUNKT_DB_USER"));
        driver.setPassword(environment.get("FIXPUNKT_DB_PASSWORD"));
        return driver.getConnection();
    }

    /** The URL with these time limits in place of its own; each node of the list is tried once. */
    static String patient(String url, Duration patience) {
        String bare = url.replaceAll("(?<=[?&])(?:connectTimeout|socketTimeout|retriesAllDown)=[^&]*&?", "")
                .replaceAll("[?&]$", "");
        long millis = patience.toMillis();
        return bare + (bare.contains("?") ? "&" : "?") + "connectTimeout=" + millis + "&socketTimeout=" + millis
                + "&retriesAllDown=1";
    }
}
