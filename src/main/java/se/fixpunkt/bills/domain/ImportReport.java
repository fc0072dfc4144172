package se.fixpunkt.bills.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.shared.Amount;

/**
 * What reading a file gave.
 *
 * @param rows how many rows went to the sink
 * @param items how many of them are work: neither headings nor remarks
 * @param problems the first ones, in the order of the file, at most {@link #MAX_PROBLEMS}
 * @param errors how many rows were rejected, also beyond the list
 * @param warnings how many warnings there are, also beyond the list
 * @param infos how many notes there are, also beyond the list
 * @param declared the total that the document itself states; null when it states none
 * @param total the sum of the rounded amounts of items and lump sums
 * @param exactTotal the same sum before each row was rounded
 * @param header what the header block says
 */
public record ImportReport(
        int rows,
        int items,
        List<ImportProblem> problems,
        int errors,
        int warnings,
        int infos,
        Amount declared,
        Amount total,
        BigDecimal exactTotal,
        Map<HeaderField, String> header,
        Layout layout) {
    public static final int MAX_PROBLEMS = 1_000;

    public ImportReport {
        problems = List.copyOf(problems);
        header = Map.copyOf(header);
    }

    public Optional<Amount> declaredTotal() {
        return Optional.ofNullable(declared);
    }

    /** How many problems of all severities there are, also beyond the list. */
    public int problemCount() {
        return errors + warnings + infos;
    }

    /** What rounding row by row added to the unrounded sum; negative when it took away. */
    public BigDecimal roundingDifference() {
        return total.value().subtract(exactTotal);
    }
}
