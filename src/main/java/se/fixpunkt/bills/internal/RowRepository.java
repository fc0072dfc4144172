package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillRowId;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;
import se.fixpunkt.shared.database.DatabaseFailure;
import se.fixpunkt.shared.database.JdbcRepository;

/** The rows of bills, in {@code bill_row}. */
@ApplicationScoped
class RowRepository extends JdbcRepository {
    private static final String ROW = "SELECT id, position, depth, kind, code, text, unit, quantity, quantity_scale,"
            + " unit_rate, unit_rate_scale, amount, version FROM bill_row";
    private static final int DELETED_AT_ONCE = 5000;
    private static final int FETCHED_AT_ONCE = 1000;

    @Inject
    RowRepository(DataSource dataSource) {
        super(dataSource);
    }

    /** Stores rows of one bill in one round trip; a repeat of the same batch changes nothing. */
    void append(BillId bill, List<Row> rows) {
        List<Object[]> values = new ArrayList<>(rows.size());
        for (Row row : rows) {
            values.add(values(bill, row));
        }
        batch(
                "INSERT INTO bill_row (bill_id, id, position, depth, kind, code, text, unit, quantity, quantity_scale,"
                        + " unit_rate, unit_rate_scale, amount, counted, rate_missing, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                        + " ON DUPLICATE KEY UPDATE position = position",
                values);
    }

    /** At most so many rows whose position is greater. */
    List<Row> after(BillId bill, RowFilter filter, int position, int limit) {
        RowCondition condition = RowCondition.of(bill, filter);
        return list(
                RowRepository::row,
                ROW + " WHERE " + condition.sql() + " AND position > ? ORDER BY position LIMIT ?",
                condition.values(position, limit));
    }

    /** At most so many rows after the first {@code skip} that the filter lets through. */
    List<Row> at(BillId bill, RowFilter filter, int skip, int limit) {
        if (filter.isAll()) {
            return after(bill, filter, skip, limit);
        }
        RowCondition condition = RowCondition.of(bill, filter);
        return list(
                RowRepository::row,
                ROW + " JOIN (SELECT position AS found FROM bill_row WHERE " + condition.sql()
                        + " ORDER BY position LIMIT ? OFFSET ?) p ON p.found = bill_row.position"
                        + " WHERE bill_id = ? ORDER BY position",
                condition.values(limit, skip, bill.value()));
    }

    int count(BillId bill, RowFilter filter) {
        RowCondition condition = RowCondition.of(bill, filter);
        return find(
                        found -> found.getInt(1),
                        "SELECT COUNT(*) FROM bill_row WHERE " + condition.sql(),
                        condition.values())
                .orElse(0);
    }

    boolean hasCode(BillId bill, String prefix) {
        return find(
                        found -> true,
                        "SELECT 1 FROM bill_row WHERE bill_id = ? AND code LIKE ? LIMIT 1",
                        bill.value(),
                        RowCondition.beginning(prefix))
                .isPresent();
    }

    Optional<Row> find(BillId bill, BillRowId row) {
        return find(RowRepository::row, ROW + " WHERE bill_id = ? AND id = ?", bill.value(), row.value());
    }

    /** The row as it is now, kept from others until the transaction ends. */
    Optional<Row> lock(BillId bill, BillRowId row) {
        return find(RowRepository::row, ROW + " WHERE bill_id = ? AND id = ? FOR UPDATE", bill.value(), row.value());
    }

    /** Whether the row still had the version that the change was made to. */
    boolean change(BillId bill, Row row, BillRow to) {
        return update(
                        "UPDATE bill_row SET text = ?, unit = ?, quantity = ?, quantity_scale = ?, unit_rate = ?,"
                                + " unit_rate_scale = ?, amount = ?, counted = ?, rate_missing = ?, version = version + 1"
                                + " WHERE bill_id = ? AND id = ? AND version = ?",
                        to.text(),
                        to.unit(),
                        quantity(to),
                        Kept.scale(quantity(to)),
                        rate(to),
                        Kept.scale(rate(to)),
                        amount(to),
                        to.counted().value(),
                        rateMissing(to),
                        bill.value(),
                        row.id().value(),
                        row.version())
                == 1;
    }

    /** Lends all rows, in order and as they were at one moment, without holding them all. */
    void stream(BillId bill, Consumer<Iterator<BillRow>> reader) {
        try (Connection connection = connection();
                PreparedStatement statement =
                        connection.prepareStatement(ROW + " WHERE bill_id = ? ORDER BY position")) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            bind(statement, bill.value());
            try (ResultSet found = statement.executeQuery()) {
                reader.accept(new ReadRows<>(found, RowRepository::content));
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** Deletes some; false when none were left. */
    boolean deleteSome(BillId bill) {
        return update("DELETE FROM bill_row WHERE bill_id = ? LIMIT " + DELETED_AT_ONCE, bill.value()) > 0;
    }

    private static Object[] values(BillId bill, Row row) {
        BillRow content = row.content();
        return new Object[] {
            bill.value(),
            row.id().value(),
            row.position(),
            content.depth(),
            content.kind(),
            content.code() == null ? null : content.code().value(),
            content.text(),
            content.unit(),
            quantity(content),
            Kept.scale(quantity(content)),
            rate(content),
            Kept.scale(rate(content)),
            amount(content),
            content.counted().value(),
            rateMissing(content)
        };
    }

    private static BigDecimal quantity(BillRow row) {
        return row.quantity() == null ? null : row.quantity().value();
    }

    private static BigDecimal rate(BillRow row) {
        return row.rate() == null ? null : row.rate().value();
    }

    private static BigDecimal amount(BillRow row) {
        return row.amount() == null ? null : row.amount().value();
    }

    private static boolean rateMissing(BillRow row) {
        boolean asked = row.kind().measured() || row.kind() == RowKind.RATE_ONLY;
        return (asked && row.rate() == null && row.amount() == null)
                || (row.kind() == RowKind.LUMP_SUM && row.amount() == null);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                new BillRowId(uuid(found, "id")),
                found.getInt("position"),
                content(found),
                null,
                found.getLong("version"));
    }

    private static BillRow content(ResultSet found) throws SQLException {
        String code = found.getString("code");
        BigDecimal quantity = Kept.asGiven(found.getBigDecimal("quantity"), found.getInt("quantity_scale"));
        BigDecimal rate = Kept.asGiven(found.getBigDecimal("unit_rate"), found.getInt("unit_rate_scale"));
        return new BillRow(
                found.getInt("depth"),
                RowKind.valueOf(found.getString("kind")),
                code == null ? null : new Code(code),
                found.getString("text"),
                found.getString("unit"),
                quantity == null ? null : new Quantity(quantity),
                rate == null ? null : new UnitRate(rate),
                Columns.amount(found, "amount"));
    }
}
