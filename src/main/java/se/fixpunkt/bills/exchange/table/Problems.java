package se.fixpunkt.bills.exchange.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.ImportReport;

/** Collects what is worth saying; counts everything, keeps a bounded list in which notes never crowd out errors. */
final class Problems {
    private static final int MAX_NOTES = 200;
    private static final int MAX_OTHERS = (ImportReport.MAX_PROBLEMS - MAX_NOTES) / 2;

    private final List<ImportProblem> kept = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    void add(Severity severity, String sheet, int row, int column, String problem, String... params) {
        int count = counts.merge(severity, 1, Integer::sum);
        if (count <= (severity == Severity.INFO ? MAX_NOTES : MAX_OTHERS)) {
            String name = column < 0 ? null : Cell.columnName(column);
            kept.add(new ImportProblem(sheet, row, name, problem, List.of(params), severity));
        }
    }

    int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    List<ImportProblem> kept() {
        return kept;
    }
}
