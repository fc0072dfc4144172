package se.fixpunkt.alarms.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Plain SQL on the transaction's own connection, or on a passing one outside of transactions. Who gets an alarm is decided
 * by the row count of a conditional update, which an object mapper would only hide.
 */
abstract class JdbcRepository {
    private static final int DUPLICATE = 1062;

    private final DataSource database;

    JdbcRepository(DataSource database) {
        this.database = database;
    }

    /** Reads one row of a result. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    final int update(String sql, Object... values) {
        try {
            return execute(sql, values);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the row was written; false when a unique key has it already. */
    final boolean insert(String sql, Object... values) {
        try {
            return execute(sql, values) == 1;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == DUPLICATE) {
                return false;
            }
            throw new IllegalStateException(failure);
        }
    }

    final <T> List<T> list(Reader<T> reader, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    final <T> Optional<T> find(Reader<T> reader, String sql, Object... values) {
        return list(reader, sql, values).stream().findFirst();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime stamp = row.getObject(column, LocalDateTime.class);
        return stamp == null ? null : stamp.toInstant(ZoneOffset.UTC);
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
        }
    }

    /** Times without a zone, in UTC, so that no setting of the connection can shift them. */
    private static Object plain(Object value) {
        if (value instanceof UUID id) {
            return id.toString();
        }
        return value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value;
    }
}
