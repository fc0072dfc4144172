package se.fixpunkt.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Compare-and-set on {@code node_lease}, timed by the database's clock. */
public final class LeaseStatements {
    private static final String TAKE_OVER =
            "UPDATE node_lease SET holder = ?, expires_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND"
                    + " WHERE name = ? AND (holder = ? OR expires_at < UTC_TIMESTAMP(6))";
    private static final String TAKE_FIRST = "INSERT IGNORE INTO node_lease (holder, expires_at, name)"
            + " VALUES (?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, ?)";

    private LeaseStatements() {}

    /** Whether the holder has the lease now. */
    public static boolean take(Connection connection, String holder, String name, Duration length) throws SQLException {
        long micros = length.toNanos() / 1000;
        try (PreparedStatement update = connection.prepareStatement(TAKE_OVER)) {
            update.setString(1, holder);
            update.setLong(2, micros);
            update.setString(3, name);
            update.setString(4, holder);
            if (update.executeUpdate() == 1) {
                return true;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(TAKE_FIRST)) {
            insert.setString(1, holder);
            insert.setLong(2, micros);
            insert.setString(3, name);
            return insert.executeUpdate() == 1;
        }
    }

    /** Gives the lease back if the holder has it. */
    public static void release(Connection connection, String holder, String name) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM node_lease WHERE name = ? AND holder = ?")) {
            delete.setString(1, name);
            delete.setString(2, holder);
            delete.executeUpdate();
        }
    }
}
