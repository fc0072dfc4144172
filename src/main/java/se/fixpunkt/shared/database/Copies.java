package se.fixpunkt.shared.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.MariaDbDataSource;

/** The database's copies: every node that {@code FIXPUNKT_DB_URL} lists, each reached by itself and no other in its place. */
public final class Copies {
    private static final Pattern URL = Pattern.compile("jdbc:mariadb:(?:[\\w-]+:)?//([^/?]*)(/?.*)");

    private Copies() {}

    /** One copy; a connection to it is a new one, which the caller closes. */
    public record Copy(String name, String url) {
        public Connection open() throws SQLException {
            Map<String, String> environment = System.getenv();
            MariaDbDataSource driver = new MariaDbDataSource(url);
            driver.setUser(environment.get("FIXPUNKT_DB_USER"));
            driver.setPassword(environment.get("FIXPUNKT_DB_PASSWORD"));
            return driver.getConnection();
        }
    }

    /** In the order of the list, without those that it lists twice. */
    public static List<Copy> all() throws SQLException {
        return of(Database.inUtc(System.getenv("FIXPUNKT_DB_URL")));
    }

    static List<Copy> of(String url) throws SQLException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return List.of();
        }
        List<Copy> copies = new ArrayList<>();
        for (HostAddress address : Configuration.parse(url).addresses()) {
            String name = address.host + ":" + address.port;
            Copy copy = new Copy(name, "jdbc:mariadb://" + name + parts.group(2));
            if (!copies.contains(copy)) {
                copies.add(copy);
            }
        }
        return List.copyOf(copies);
    }
}
