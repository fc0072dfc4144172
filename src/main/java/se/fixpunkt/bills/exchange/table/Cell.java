package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.util.Objects;
import se.fixpunkt.bills.domain.CleanText;

/**
 * A cell with something in it.
 *
 * @param column from 0
 * @param text what a person would read, as {@link CleanText}
 * @param number the exact value of a real number cell; null for every other kind
 * @param decimals how many decimals the cell's format shows; -1 when it doesn't say
 * @param formula whether the value is a formula's stored result
 */
public record Cell(int column, Kind kind, String text, BigDecimal number, int decimals, boolean formula) {

    public Cell {
        Objects.requireNonNull(kind, "kind");
        text = CleanText.of(text);
    }

    public static Cell text(int column, String text) {
        return new Cell(column, Kind.TEXT, text, null, -1, false);
    }

    public static Cell number(int column, BigDecimal number, int decimals, boolean formula) {
        return new Cell(column, Kind.NUMBER, number.toPlainString(), number, decimals, formula);
    }

    /** The column's letters, e.g. {@code AB}. */
    public String columnName() {
        return columnName(column);
    }

    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    boolean isBlank() {
        return kind != Kind.NO_VALUE && text.isEmpty();
    }

    /** What sort of value the cell holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** An error such as {@code #REF!}. */
        ERROR,
        /** A formula whose result was not stored. */
        NO_VALUE
    }
}
