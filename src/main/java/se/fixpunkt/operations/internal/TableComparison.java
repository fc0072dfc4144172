package se.fixpunkt.operations.internal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.fixpunkt.operations.Comparison.Difference;
import se.fixpunkt.operations.internal.CopyReader.Range;
import se.fixpunkt.operations.internal.CopyReader.Sum;

/**
 * Compares one table of two copies while everybody goes on writing. A range is read in the first copy, in the second, and in the first
 * again: when the first said the same twice and the second said otherwise, no change on its way can be why, because a read waits for
 * every change that was committed anywhere before it ({@code wsrep_sync_wait}). Only then is it a difference.
 */
final class TableComparison {
    private static final int RANGE_ROWS = 5000;
    private static final int TRIES = 5;

    private final CopyReader first;
    private final CopyReader other;
    private final ComparedTable table;
    private final Set<String> different = new TreeSet<>();
    private long rows;

    TableComparison(CopyReader first, CopyReader other, ComparedTable table) {
        this.first = first;
        this.other = other;
        this.table = table;
    }

    /** Between two ranges, so that whoever else needs the database gets it. */
    @FunctionalInterface
    interface Pause {
        void take(long nanos) throws InterruptedException;
    }

    /**
     * @param pause is told how long the range took
     * @return what differs, if anything does
     */
    Optional<Difference> run(Pause pause) throws SQLException, InterruptedException {
        String from = null;
        do {
            long begun = System.nanoTime();
            String to = first.boundary(table, from, RANGE_ROWS);
            compare(new Range(from, to));
            from = to;
            pause.take(System.nanoTime() - begun);
        } while (from != null);
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(
                        table.name(),
                        other.name(),
                        different.size(),
                        different.iterator().next()));
    }

    long rows() {
        return rows;
    }

    private void compare(Range range) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            Sum before = first.sum(table, range);
            if (before.equals(other.sum(table, range))) {
                rows += before.rows();
                return;
            }
        }
        compareRows(range);
    }

    private void compareRows(Range range) throws SQLException {
        Map<String, Long> before = first.rows(table, range);
        Map<String, Long> there = other.rows(table, range);
        Map<String, Long> after = first.rows(table, range);
        rows += after.size();
        Set<String> keys = new HashSet<>(before.keySet());
        keys.addAll(there.keySet());
        for (String key : keys) {
            Long own = before.get(key);
            if (Objects.equals(own, after.get(key)) && !Objects.equals(own, there.get(key))) {
                different.add(key);
            }
        }
    }
}
