package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import se.fixpunkt.shared.Lease;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.TimeOrderedId;

/** Leases in {@code node_lease}, timed by the database's clock, which all nodes share better than their own. */
@ApplicationScoped
class LeaseRepository implements Lease {
    private static final String TAKE_OVER =
            "UPDATE node_lease SET holder = ?, expires_at = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND"
                    + " WHERE name = ? AND (holder = ? OR expires_at < UTC_TIMESTAMP(6))";
    private static final String TAKE_FIRST = "INSERT IGNORE INTO node_lease (holder, expires_at, name)"
            + " VALUES (?, UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, ?)";

    /** This process: a restart is another holder, because the work it was in the middle of died with it. */
    private final String holder = TimeOrderedId.next().toString();

    private final DataSource dataSource;

    @Inject
    LeaseRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the node itself asks; no person's data is behind it")
    public boolean take(String name, Duration length) {
        try (Connection connection = dataSource.getConnection()) {
            return take(connection, holder, name, length);
        } catch (SQLException failure) {
            throw new LeaseUnavailable(failure);
        }
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the node itself asks; no person's data is behind it")
    public void release(String name) {
        try (Connection connection = dataSource.getConnection()) {
            release(connection, holder, name);
        } catch (SQLException failure) {
            throw new LeaseUnavailable(failure);
        }
    }

    static boolean take(Connection connection, String holder, String name, Duration length) throws SQLException {
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

    static void release(Connection connection, String holder, String name) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM node_lease WHERE name = ? AND holder = ?")) {
            delete.setString(1, name);
            delete.setString(2, holder);
            delete.executeUpdate();
        }
    }

    /** The database did not answer, so nobody knows who holds the lease. */
    @SuppressWarnings("serial")
    static final class LeaseUnavailable extends IllegalStateException {
        LeaseUnavailable(SQLException cause) {
            super("lease not reachable: " + cause.getMessage(), cause);
        }
    }
}
