package se.fixpunkt.cluster.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Commits a row every so often on one database node and remembers when; the longest gap is how long writes stood still. */
final class WriteProbe implements Load.Turn {
    private static final long EVERY_MILLIS = 50;

    private final Callable<Connection> node;
    private final Collection<Long> commits = new ConcurrentLinkedQueue<>();
    private Connection connection;

    /** @param node opens a connection to a node that the faults leave alone */
    WriteProbe(Callable<Connection> node) {
        this.node = node;
    }

    @Override
    public void take() throws InterruptedException {
        try {
            if (connection == null) {
                connection = connect();
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO fault_probe (at) VALUES (UTC_TIMESTAMP(6))");
            }
            commits.add(System.nanoTime());
        } catch (SQLException stalled) {
            forget();
        }
        Thread.sleep(EVERY_MILLIS);
    }

    /** The longest time without a commit that ends after the first moment and begins before the second. */
    long longestStall(long from, long to) {
        List<Long> moments = commits.stream().sorted().toList();
        long longest = 0;
        for (int i = 1; i < moments.size(); i++) {
            if (moments.get(i) >= from && moments.get(i - 1) <= to) {
                longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
            }
        }
        return longest;
    }

    private Connection connect() throws SQLException {
        try {
            return node.call();
        } catch (SQLException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void forget() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // It is to be gone.
        }
        connection = null;
    }
}
