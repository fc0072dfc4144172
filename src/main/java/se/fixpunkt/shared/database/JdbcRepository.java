package se.fixpunkt.shared.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Plain SQL on the transaction's own connection, or on a passing one outside of transactions. Hot decisions are conditional
 * updates whose row count is the answer, which an object mapper would only hide. Methods are not final, because the
 * container must be able to stand in front of a repository.
 */
public abstract class JdbcRepository {
    private static final int DUPLICATE_KEY = 1062;

    private final DataSource database;

    protected JdbcRepository(DataSource database) {
        this.database = database;
    }

    /** Makes one value of the row that the cursor stands on. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    protected Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** How many rows the statement changed. */
    protected int update(String sql, Object... values) {
        try {
            return execute(sql, values);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** Whether the row was written; false when a unique key has it already. */
    protected boolean insert(String sql, Object... values) {
        try {
            return execute(sql, values) == 1;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == DUPLICATE_KEY) {
                return false;
            }
            throw new DatabaseFailure(failure);
        }
    }

    /**
     * One statement for many rows of values, in one round trip. The server's pool asks for generated keys unless told otherwise, and
     * with these the driver sends an INSERT for each row, as text.
     */
    protected void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    protected <T> List<T> list(Reader<T> reader, String sql, Object... values) {
        try (Connection connection = connection();
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
            throw new DatabaseFailure(failure);
        }
    }

    /** The first row, if there is one. */
    protected <T> Optional<T> find(Reader<T> reader, String sql, Object... values) {
        return list(reader, sql, values).stream().findFirst();
    }

    protected static UUID uuid(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    /**
     * Times stand without a zone, in UTC, and are read as text, so that no setting of a connection can shift them. {@code getObject} with
     * a class is looked for by reflection in the server's wrapper, each time: on a batch of alarms that took a tenth of all.
     */
    protected static Instant instant(ResultSet row, String column) throws SQLException {
        String stamp = row.getString(column);
        return stamp == null ? null : Stamp.read(stamp);
    }

    protected static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    /** Types that are told spare the driver a search through its codecs. */
    protected static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof UUID id) {
                statement.setString(i + 1, id.toString());
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Instant at) {
                statement.setObject(i + 1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }
}
