package se.fixpunkt.operations.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.operations.Comparison;
import se.fixpunkt.operations.Comparison.Difference;
import se.fixpunkt.shared.database.Copies.Copy;

/** One comparison of all tables of all copies that can be reached, from begin to end. */
final class CopyComparison implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CopyComparison.class.getName());

    private final Clock clock;
    private final Instant begunAt;
    private final Watcher watcher;
    private final List<Connection> connections = new ArrayList<>();
    private final List<CopyReader> copies = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private int tables;
    private int tablesDone;
    private long rows;

    /** Hears how far it has come after each range, and may hold it up or end it by an exception. */
    @FunctionalInterface
    interface Watcher {
        void come(Comparison soFar, long rangeNanos) throws InterruptedException;
    }

    CopyComparison(List<Copy> all, Clock clock, Watcher watcher) {
        this.clock = clock;
        this.begunAt = clock.instant();
        this.watcher = watcher;
        all.forEach(this::open);
    }

    private void open(Copy copy) {
        try {
            Connection connection = copy.open();
            connections.add(connection);
            CopyReader reader = new CopyReader(copy.name(), connection);
            // A copy in the minority lets anybody in and fails at the first table.
            reader.tables();
            copies.add(reader);
        } catch (SQLException away) {
            LOG.log(Level.INFO, "The copy {0} is not compared: {1}", new Object[] {copy.name(), away.getMessage()});
            unreachable.add(copy.name());
        }
    }

    Comparison run() throws SQLException, InterruptedException {
        if (copies.size() > 1) {
            CopyReader first = copies.get(0);
            List<ComparedTable> all = first.tables();
            tables = all.size();
            for (ComparedTable table : all) {
                for (CopyReader other : copies.subList(1, copies.size())) {
                    compare(first, other, table);
                }
                tablesDone++;
            }
        }
        return told(clock.instant());
    }

    private void compare(CopyReader first, CopyReader other, ComparedTable table)
            throws SQLException, InterruptedException {
        TableComparison comparison = new TableComparison(first, other, table);
        comparison.run(nanos -> watcher.come(told(null), nanos)).ifPresent(differences::add);
        if (other == copies.get(1)) {
            rows += comparison.rows();
        }
    }

    private Comparison told(Instant endedAt) {
        return new Comparison(
                begunAt,
                endedAt,
                tables,
                tablesDone,
                rows,
                copies.stream().map(CopyReader::name).toList(),
                unreachable,
                differences);
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.log(Level.FINE, "A connection to a copy was gone already", gone);
            }
        }
    }
}
