package se.fixpunkt.operations.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads fingerprints in one copy of the database. Each statement is a transaction of its own, so each sees the newest state. */
final class CopyReader {
    private final String name;
    private final Connection connection;

    CopyReader(String name, Connection connection) throws SQLException {
        this.name = name;
        this.connection = connection;
        connection.setAutoCommit(true);
    }

    /** @param from after this value of the first key; null for the beginning, as {@code to} for the end */
    record Range(String from, String to) {}

    record Sum(long rows, long fingerprint) {}

    String name() {
        return name;
    }

    /** All tables that have a primary key, which all have. */
    List<ComparedTable> tables() throws SQLException {
        Map<String, List<ComparedTable.Column>> columns = new LinkedHashMap<>();
        Map<String, List<String>> keys = new HashMap<>();
        read(
                """
                SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
                ORDER BY c.table_name, c.ordinal_position
                """,
                row -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(new ComparedTable.Column(row.getString(2), row.getString(3))));
        read(
                """
                SELECT table_name, column_name FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index
                """,
                row -> keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)));
        return columns.entrySet().stream()
                .filter(table -> keys.containsKey(table.getKey()))
                .map(table -> new ComparedTable(table.getKey(), keys.get(table.getKey()), table.getValue()))
                .toList();
    }

    /** The value of the first key that so many rows lie up to; null when fewer are left. */
    String boundary(ComparedTable table, String from, int rows) throws SQLException {
        List<String> found = new ArrayList<>();
        read(table.boundary(from != null, rows), row -> found.add(row.getString(1)), from);
        return found.isEmpty() ? null : found.get(0);
    }

    Sum sum(ComparedTable table, Range range) throws SQLException {
        List<Sum> found = new ArrayList<>();
        read(
                table.sumOf(range.from() != null, range.to() != null),
                row -> found.add(new Sum(row.getLong(1), row.getBigDecimal(2).longValue())),
                range.from(),
                range.to());
        return found.get(0);
    }

    Map<String, Long> rows(ComparedTable table, Range range) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        read(
                table.rowsOf(range.from() != null, range.to() != null),
                row -> found.put(row.getString(1), row.getBigDecimal(2).longValue()),
                range.from(),
                range.to());
        return found;
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row reader, String... bounds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (String bound : bounds) {
                if (bound != null) {
                    statement.setString(++place, bound);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
