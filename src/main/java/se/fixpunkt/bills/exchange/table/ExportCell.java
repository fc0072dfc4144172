package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;

/**
 * A cell to be written: a text, a number with its decimals, or nothing.
 *
 * @param text null unless it is a text
 * @param number null unless it is a number
 */
public record ExportCell(String text, BigDecimal number) {
    public static final ExportCell NOTHING = new ExportCell(null, null);
    static final ExportCell DASH = text("-");

    static ExportCell text(String text) {
        return text == null || text.isEmpty() ? NOTHING : new ExportCell(text, null);
    }

    static ExportCell number(BigDecimal number) {
        return number == null ? NOTHING : new ExportCell(null, number);
    }

    public boolean isNothing() {
        return text == null && number == null;
    }
}
