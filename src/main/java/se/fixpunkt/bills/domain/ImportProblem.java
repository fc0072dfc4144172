package se.fixpunkt.bills.domain;

import java.util.List;
import java.util.Objects;

/**
 * Something worth saying about a file that was read, and where.
 *
 * @param sheet the sheet's name; null for a file without sheets or a problem of the whole file
 * @param row the row as the spreadsheet program numbers it, from 1; 0 when the problem has no row
 * @param column the column's letter, e.g. {@code E}; null when the problem has no column
 * @param problem stable key; its text for people is {@code bills.import.problem.<key>} in the bundles
 * @param params what the text's {@code {0}}, {@code {1}} … stand for
 */
public record ImportProblem(
        String sheet, int row, String column, String problem, List<String> params, Severity severity) {

    public ImportProblem {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(severity, "severity");
        params = List.copyOf(params);
    }

    /** The bundle key of the text for people. */
    public String messageKey() {
        return "bills.import.problem." + problem;
    }

    public enum Severity {
        /** The row is not imported: it cannot be what it says. */
        ERROR,
        /** The row is imported, but somebody should look: a number was rounded, a sum does not agree. */
        WARNING,
        /** Said so that nothing happens in silence: a hidden sheet, an unknown column, formulas taken by their value. */
        INFO
    }
}
