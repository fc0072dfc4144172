package se.fixpunkt.bills.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import se.fixpunkt.shared.Amount;

/** How columns of bills are read. */
final class Columns {
    private Columns() {}

    /** The amount, or null where the column holds none. */
    static Amount amount(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Amount(value);
    }
}
