package se.fixpunkt.bills;

/**
 * Which rows of a bill are asked for; everything given must hold. Empty and null mean that nothing is asked.
 *
 * @param code the beginning of a code, e.g. {@code CBB}
 * @param within this code and those below it in the hierarchy: {@code 10} has {@code 10.2} below it but not {@code 101}
 * @param text part of the text, in upper or lower case
 * @param find what a person typed in the one field: the beginning of a code where the bill has such codes, otherwise text
 * @param missingRate only rows that ask for a price that is not given
 */
public record RowFilter(String code, String within, String text, String find, boolean missingRate) {
    public static final RowFilter ALL = new RowFilter(null, null, null, null, false);

    public RowFilter {
        code = blankToNull(code);
        within = blankToNull(within);
        text = blankToNull(text);
        find = blankToNull(find);
    }

    public static RowFilter code(String prefix) {
        return new RowFilter(prefix, null, null, null, false);
    }

    public static RowFilter text(String part) {
        return new RowFilter(null, null, part, null, false);
    }

    public static RowFilter find(String typed) {
        return new RowFilter(null, null, null, typed, false);
    }

    /** Whether it lets every row through. */
    public boolean isAll() {
        return ALL.equals(this);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
