package se.fixpunkt.bills.internal;

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
import se.fixpunkt.shared.Amount;

/** Plain JDBC for bills: many rows at once, exact decimals, the indices used as they were meant. */
abstract class JdbcRepository {
    private final DataSource dataSource;

    JdbcRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    final Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    final <T> List<T> list(Reading<T> reading, String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (found.next()) {
                    read.add(reading.read(found));
                }
                return read;
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    final <T> Optional<T> one(Reading<T> reading, String sql, Object... values) {
        return list(reading, sql, values).stream().findFirst();
    }

    final int update(String sql, Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** One statement for many rows of values, in one round trip where the driver can. */
    final void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof UUID id) {
                statement.setString(i + 1, id.toString());
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof Enum<?> constant) {
                statement.setString(i + 1, constant.name());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    static UUID uuid(ResultSet found, String column) throws SQLException {
        return UUID.fromString(found.getString(column));
    }

    static Instant instant(ResultSet found, String column) throws SQLException {
        return found.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static Amount amount(ResultSet found, String column) throws SQLException {
        return found.getBigDecimal(column) == null ? null : new Amount(found.getBigDecimal(column));
    }

    /** Makes one value of the row that the cursor stands on. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet found) throws SQLException;
    }
}
