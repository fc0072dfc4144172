package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import se.fixpunkt.shared.Lease;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.shared.database.LeaseStatements;

/** Leases in {@code node_lease}, timed by the database's clock, which all nodes share better than their own. */
@ApplicationScoped
class LeaseRepository implements Lease {
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
            return LeaseStatements.take(connection, holder, name, length);
        } catch (SQLException failure) {
            throw new LeaseUnavailable(failure);
        }
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the node itself asks; no person's data is behind it")
    public void release(String name) {
        try (Connection connection = dataSource.getConnection()) {
            LeaseStatements.release(connection, holder, name);
        } catch (SQLException failure) {
            throw new LeaseUnavailable(failure);
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
