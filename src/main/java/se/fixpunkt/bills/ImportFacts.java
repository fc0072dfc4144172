package se.fixpunkt.bills;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import se.fixpunkt.bills.domain.ImportProblem;

/** A problem under the contract's names, without what it does not have. */
public final class ImportFacts {
    private ImportFacts() {}

    public static Map<String, Object> of(ImportProblem problem) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (problem.sheet() != null) {
            facts.put("sheet", problem.sheet());
        }
        if (problem.row() > 0) {
            facts.put("row", problem.row());
        }
        if (problem.column() != null) {
            facts.put("column", problem.column());
        }
        facts.put("problem", problem.problem());
        facts.put("params", problem.params());
        facts.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        return facts;
    }
}
