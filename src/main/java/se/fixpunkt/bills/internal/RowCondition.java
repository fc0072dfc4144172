package se.fixpunkt.bills.internal;

import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.RowFilter;

/** A filter as SQL: the condition, and its values in order. */
final class RowCondition {
    private final StringBuilder sql = new StringBuilder("bill_id = ?");
    private final List<Object> values = new ArrayList<>();

    private RowCondition(BillId bill) {
        values.add(bill.value());
    }

    /** @param filter its {@code find} already decided to be code or text */
    static RowCondition of(BillId bill, RowFilter filter) {
        RowCondition condition = new RowCondition(bill);
        if (filter.code() != null) {
            condition.and("code LIKE ?", beginning(filter.code()));
        }
        if (filter.within() != null) {
            condition.within(filter.within());
        }
        if (filter.text() != null) {
            condition.and("text LIKE ?", '%' + escaped(filter.text()) + '%');
        }
        if (filter.missingRate()) {
            condition.and("rate_missing = ?", true);
        }
        return condition;
    }

    RowCondition and(String more, Object value) {
        sql.append(" AND ").append(more);
        values.add(value);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** For LIKE, whose escape character is the backslash. */
    static String beginning(String text) {
        return escaped(text) + '%';
    }

    /** Numbered codes go by whole parts: 10 has 10.2 below it, but not 101. */
    private void within(String code) {
        and("code LIKE ?", beginning(code));
        if (Character.isDigit(code.charAt(0))) {
            and("SUBSTRING(code, ?, 1) NOT REGEXP '[[:alnum:]]'", code.length() + 1);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
