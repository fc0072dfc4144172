package se.fixpunkt.bills.exchange.table;

/**
 * Keeps a spreadsheet program from running text as a formula: an apostrophe before a text that begins like one. A text
 * that begins with an apostrophe gets another, so that the guard comes off without doubt.
 */
public final class FormulaGuard {
    private FormulaGuard() {}

    public static String put(String text) {
        return needed(text, 0) ? "'" + text : text;
    }

    /** For a format whose text cells are never run: only makes sure that {@link #removed} gives the text back. */
    public static String kept(String text) {
        return removed(text).equals(text) ? text : "'" + text;
    }

    public static String removed(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && needed(text, 1) ? text.substring(1) : text;
    }

    /** Whether the text would be run as a formula. */
    public static boolean needed(String text) {
        return needed(text, 0);
    }

    private static boolean needed(String text, int at) {
        return text.length() > at && "=+-@\t\r'".indexOf(text.charAt(at)) >= 0;
    }
}
