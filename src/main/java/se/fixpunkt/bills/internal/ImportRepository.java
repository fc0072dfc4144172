package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.bills.domain.Layout;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.database.JdbcRepository;

/** What an import said about its file, in {@code bill_problem}, {@code bill_header} and the bill's head. */
@ApplicationScoped
class ImportRepository extends JdbcRepository {
    private static final String BETWEEN = "\u001f";
    private static final int LONGEST_PARAMS = 2000;
    private static final int LONGEST_VALUE = 1000;

    @Inject
    ImportRepository(DataSource dataSource) {
        super(dataSource);
    }

    void store(BillId bill, ImportReport report) {
        List<Object[]> problems = new ArrayList<>();
        for (ImportProblem problem : report.problems()) {
            problems.add(new Object[] {
                bill.value(),
                problems.size() + 1,
                problem.sheet(),
                problem.row(),
                problem.column(),
                problem.problem(),
                atMost(LONGEST_PARAMS, String.join(BETWEEN, problem.params())),
                problem.severity()
            });
        }
        batch(
                "INSERT INTO bill_problem (bill_id, number, sheet, file_row, file_column, problem, params, severity)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                problems);
        List<Object[]> header = new ArrayList<>();
        report.header()
                .forEach(
                        (field, value) -> header.add(new Object[] {bill.value(), field, atMost(LONGEST_VALUE, value)}));
        batch("INSERT INTO bill_header (bill_id, field, value) VALUES (?, ?, ?)", header);
    }

    List<ImportProblem> problems(BillId bill, ImportProblem.Severity severity, int skip, int limit) {
        return list(
                ImportRepository::problem,
                "SELECT sheet, file_row, file_column, problem, params, severity FROM bill_problem"
                        + " WHERE bill_id = ? AND (? IS NULL OR severity = ?) ORDER BY number LIMIT ? OFFSET ?",
                bill.value(),
                severity,
                severity,
                limit,
                skip);
    }

    Map<HeaderField, String> header(BillId bill) {
        Map<HeaderField, String> header = new EnumMap<>(HeaderField.class);
        list(
                found -> header.put(HeaderField.valueOf(found.getString("field")), found.getString("value")),
                "SELECT field, value FROM bill_header WHERE bill_id = ?",
                bill.value());
        return header;
    }

    ImportReport report(BillId bill, Amount total) {
        Map<HeaderField, String> header = header(bill);
        return find(
                        found -> report(found, header, total),
                        "SELECT row_count, item_count, errors, warnings, infos, declared_total, rounding_difference, layout"
                                + " FROM bill WHERE id = ?",
                        bill.value())
                .orElseThrow(NotFound::new);
    }

    void delete(BillId bill) {
        update("DELETE FROM bill_problem WHERE bill_id = ?", bill.value());
        update("DELETE FROM bill_header WHERE bill_id = ?", bill.value());
    }

    private static ImportReport report(ResultSet found, Map<HeaderField, String> header, Amount total)
            throws SQLException {
        BigDecimal exact = total.value().subtract(found.getBigDecimal("rounding_difference"));
        String layout = found.getString("layout");
        return new ImportReport(
                found.getInt("row_count"),
                found.getInt("item_count"),
                List.of(),
                found.getInt("errors"),
                found.getInt("warnings"),
                found.getInt("infos"),
                Columns.amount(found, "declared_total"),
                total,
                exact,
                header,
                layout == null ? null : Layout.valueOf(layout));
    }

    private static ImportProblem problem(ResultSet found) throws SQLException {
        String params = found.getString("params");
        return new ImportProblem(
                found.getString("sheet"),
                found.getInt("file_row"),
                found.getString("file_column"),
                found.getString("problem"),
                params.isEmpty() ? List.of() : List.of(params.split(BETWEEN, -1)),
                ImportProblem.Severity.valueOf(found.getString("severity")));
    }

    private static String atMost(int length, String text) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
