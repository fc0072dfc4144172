package se.fixpunkt.bills.domain;

/**
 * Dashes that stand where a unit or a number would: three mean a lump sum, four that the cost is included elsewhere. Any
 * kind of dash or minus counts as one, with or without spaces or semicolons between.
 */
public final class Dashes {
    private Dashes() {}

    /** How many dashes the text consists of; 0 when it is empty or has anything else in it. */
    public static int count(String text) {
        int dashes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDash(c)) {
                dashes++;
            } else if (c != ';' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return 0;
            }
        }
        return dashes;
    }

    /** Hyphens, dashes, minus and the line-drawing dashes that programs replace them with. */
    public static boolean isDash(char c) {
        return c == '-'
                || (c >= '\u2010' && c <= '\u2015')
                || c == '\u2212'
                || c == '\u2043'
                || c == '\u2500'
                || c == '\u2501'
                || c == '\uFE58'
                || c == '\uFE63'
                || c == '\uFF0D';
    }
}
