package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.database.JdbcRepository;

/**
 * What counts below each heading: the rows up to the next one that is as far out. Summed from a narrow index when asked
 * for, because a stored sum would make everybody who prices the same chapter wait for each other.
 */
@ApplicationScoped
class HeadingTotalRepository extends JdbcRepository {
    private static final String END = "(SELECT ? AS heading, (SELECT position FROM bill_row FORCE INDEX (row_sum)"
            + " WHERE bill_id = ? AND position > ? AND depth <= ? ORDER BY position LIMIT 1) AS place)";
    private static final String SUM = "(SELECT ? AS heading, (SELECT SUM(counted) FROM bill_row FORCE INDEX (row_sum)"
            + " WHERE bill_id = ? AND position > ? AND position < ?) AS total)";

    @Inject
    HeadingTotalRepository(DataSource dataSource) {
        super(dataSource);
    }

    /** The same rows, with the headings' totals. */
    List<Row> withTotals(BillId bill, List<Row> rows) {
        List<Row> headings = rows.stream()
                .filter(row -> row.content().kind() == RowKind.HEADING)
                .toList();
        if (headings.isEmpty()) {
            return rows;
        }
        Map<Integer, Amount> totals = totals(bill, ends(bill, headings));
        return rows.stream().map(row -> with(row, totals.get(row.position()))).toList();
    }

    /** Position of each heading, and of the first row that is no longer below it. */
    private Map<Integer, Integer> ends(BillId bill, List<Row> headings) {
        List<Object> values = new ArrayList<>();
        for (Row heading : headings) {
            values.addAll(List.of(
                    heading.position(),
                    bill.value(),
                    heading.position(),
                    heading.content().depth()));
        }
        Map<Integer, Integer> ends = new HashMap<>();
        list(
                found -> ends.put(
                        found.getInt("heading"),
                        found.getInt("place") == 0 ? Integer.MAX_VALUE : found.getInt("place")),
                union(END, headings.size()),
                values.toArray());
        return ends;
    }

    private Map<Integer, Amount> totals(BillId bill, Map<Integer, Integer> ends) {
        List<Object> values = new ArrayList<>();
        ends.forEach((heading, end) -> values.addAll(List.of(heading, bill.value(), heading, end)));
        Map<Integer, Amount> totals = new HashMap<>();
        list(
                found -> totals.put(found.getInt("heading"), Columns.amount(found, "total")),
                union(SUM, ends.size()),
                values.toArray());
        return totals;
    }

    private static String union(String part, int times) {
        return java.util.stream.Stream.generate(() -> part).limit(times).collect(Collectors.joining(" UNION ALL "));
    }

    private static Row with(Row row, Amount total) {
        if (row.content().kind() != RowKind.HEADING) {
            return row;
        }
        return new Row(row.id(), row.position(), row.content(), total == null ? Amount.ZERO : total, row.version());
    }
}
