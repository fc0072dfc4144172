package se.fixpunkt.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * The rows of alarms, written in batches by a client that does nothing else: what the database of this machine takes, which no
 * receiver can exceed. They are copies of rows that the receivers have just written, with ids of their own.
 */
final class BareRows {
    private static final int TOGETHER = 500;

    /** What is new in each copy. */
    private static final Map<String, Set<String>> TABLES = Map.of(
            "device_signal", Set.of("id", "repeat_key"),
            "alarm", Set.of("id"),
            "journal", Set.of("id", "subject_id"));

    /** Alarms about a flood stand for a condition, which has one alarm only. */
    private static final Map<String, String> COPIED = Map.of("alarm", " WHERE signal_id IS NOT NULL");

    private final Subject fixpunkt;
    private final List<Table> tables = new ArrayList<>();

    BareRows(Subject fixpunkt) {
        this.fixpunkt = fixpunkt;
        try (Connection connection = fixpunkt.connect()) {
            for (String table : TABLES.keySet()) {
                tables.add(Table.of(connection, table));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @param fresh positions of the columns that are new in each copy */
    private record Table(String insert, Set<Integer> fresh, List<Object[]> rows) {
        private static Table of(Connection connection, String name) throws SQLException {
            List<String> columns = new ArrayList<>();
            List<Object[]> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet found = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '"
                                + name + "' AND extra NOT LIKE '%GENERATED%'")) {
                    while (found.next()) {
                        columns.add(found.getString(1));
                    }
                }
                try (ResultSet found = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + name
                        + COPIED.getOrDefault(name, "") + " ORDER BY id DESC LIMIT " + TOGETHER)) {
                    while (found.next()) {
                        Object[] row = new Object[columns.size()];
                        for (int i = 0; i < row.length; i++) {
                            row[i] = found.getObject(i + 1);
                        }
                        rows.add(row);
                    }
                }
            }
            Set<Integer> fresh = IntStream.range(0, columns.size())
                    .filter(i -> TABLES.get(name).contains(columns.get(i)))
                    .boxed()
                    .collect(Collectors.toSet());
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return new Table(
                    "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")",
                    fresh,
                    rows);
        }

        private void copy(Connection connection, long first, int count) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (int n = 0; n < count; n++) {
                    Object[] row = rows.get((int) ((first + n) % rows.size()));
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(
                                i + 1, fresh.contains(i) ? TimeOrderedId.next().toString() : row[i]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /**
     * Each connection writes and commits what has become due while it was busy, as the intake does.
     *
     * @param perSecond alarms; 0 for as many as it takes
     */
    Book run(double perSecond, int seconds, int connections) throws InterruptedException {
        Book book = new Book();
        AtomicLong taken = new AtomicLong();
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> write(book, taken, begin, perSecond, seconds));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return book;
    }

    private void write(Book book, AtomicLong taken, long begin, double perSecond, int seconds) {
        try (Connection connection = fixpunkt.connect()) {
            connection.setAutoCommit(false);
            for (long now = 0; now < TimeUnit.SECONDS.toNanos(seconds); now = System.nanoTime() - begin) {
                long due = perSecond == 0 ? Long.MAX_VALUE : (long) (now / 1e9 * perSecond);
                long first = taken.getAndUpdate(before -> Math.min(Math.max(due, before), before + TOGETHER));
                int count = (int) Math.min(Math.max(due - first, 0), TOGETHER);
                if (count == 0) {
                    TimeUnit.MILLISECONDS.sleep(1);
                    continue;
                }
                for (Table table : tables) {
                    table.copy(connection, first, count);
                }
                connection.commit();
                long through = System.nanoTime() - begin;
                for (long n = first; n < first + count; n++) {
                    book.acknowledged(
                            book.next(), perSecond == 0 ? through - now : through - (long) (n / perSecond * 1e9));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
