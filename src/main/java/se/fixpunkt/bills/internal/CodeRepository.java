package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.database.JdbcRepository;

/** Which codes a bill has, and what stands under each. */
@ApplicationScoped
class CodeRepository extends JdbcRepository {

    @Inject
    CodeRepository(DataSource dataSource) {
        super(dataSource);
    }

    /** The codes that rows carry, within one or all, with their rows and what counts among them. */
    List<CodeSum> sums(BillId bill, String within) {
        RowCondition condition = RowCondition.of(bill, new RowFilter(null, within, null, null, false));
        return list(
                found -> new CodeSum(
                        new Code(found.getString("code")), found.getInt("carried"), Columns.amount(found, "total")),
                "SELECT code, COUNT(*) AS carried, SUM(counted) AS total FROM bill_row FORCE INDEX (row_code) WHERE "
                        + condition.sql() + " AND code IS NOT NULL GROUP BY code",
                condition.values());
    }

    /** The first heading's text of each code that has one. */
    Map<String, String> headings(BillId bill, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(bill.value());
        values.addAll(codes);
        Map<String, String> headings = new HashMap<>();
        list(
                found -> headings.putIfAbsent(found.getString("code"), found.getString("text")),
                "SELECT code, text FROM bill_row WHERE bill_id = ? AND code IN ("
                        + String.join(", ", Collections.nCopies(codes.size(), "?"))
                        + ") AND kind = 'HEADING' ORDER BY position",
                values.toArray());
        return headings;
    }
}
