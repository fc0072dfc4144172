package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.Dashes;

/**
 * What stands in a column of numbers: nothing, dashes, a number, or something that is none of them.
 *
 * @param given the cell; null when it is blank
 * @param dashes how many dashes, 0 for anything else
 * @param value null unless it is a number
 * @param problem null unless it is neither blank, dashes nor a number
 * @param unsure whether the number could have been meant otherwise
 */
record Figure(Cell given, int dashes, BigDecimal value, String problem, boolean unsure) {
    static final Figure BLANK = new Figure(null, 0, null, null, false);
    private static final Pattern RATE_ONLY = Pattern.compile("(?i)regl(ering|erings|\\.)?[- ]?pris.*");

    /** @param shownDecimals whether the decimals that the cell's format shows belong to the number */
    static Figure of(Cell cell, boolean shownDecimals) {
        if (cell == null || cell.isBlank()) {
            return BLANK;
        }
        return switch (cell.kind()) {
            case NUMBER -> new Figure(cell, 0, number(cell, shownDecimals), null, false);
            case TEXT -> ofText(cell);
            case DATE -> bad(cell, "date-as-number");
            case ERROR -> bad(cell, "error-value");
            case NO_VALUE -> bad(cell, "formula-without-value");
            case BOOLEAN -> bad(cell, "number-malformed");
        };
    }

    private static Figure ofText(Cell cell) {
        int dashes = Dashes.count(cell.text());
        if (dashes > 0) {
            return new Figure(cell, dashes, null, null, false);
        }
        if (RATE_ONLY.matcher(cell.text()).matches()) {
            return new Figure(cell, 0, BigDecimal.ZERO, null, false);
        }
        try {
            WrittenNumber number = WrittenNumber.parse(cell.text());
            return new Figure(cell, 0, number.value(), null, number.unsure());
        } catch (NotANumber e) {
            return bad(cell, e.problem());
        }
    }

    private static BigDecimal number(Cell cell, boolean shownDecimals) {
        BigDecimal number = cell.number();
        return shownDecimals && cell.decimals() > number.scale() ? number.setScale(cell.decimals()) : number;
    }

    private static Figure bad(Cell cell, String problem) {
        return new Figure(cell, 0, null, problem, false);
    }

    boolean isBlank() {
        return given == null;
    }

    boolean isDash() {
        return dashes > 0;
    }

    boolean isNumber() {
        return value != null;
    }

    boolean isBad() {
        return problem != null;
    }

    boolean isZero() {
        return value != null && value.signum() == 0;
    }

    /** Nothing to count: blank, or a formula that came to zero or whose result was not stored. */
    boolean isNothing() {
        return isBlank() || isZero() || isNotStored();
    }

    boolean isNotStored() {
        return given != null && given.kind() == Cell.Kind.NO_VALUE;
    }
}
