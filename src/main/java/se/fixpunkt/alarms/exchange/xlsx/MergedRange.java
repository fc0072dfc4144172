package se.fixpunkt.alarms.exchange.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.UnreadableWorkbook;

/**
 * Cells that are shown as one. The file has the content in the first of them only; people see it all over the range.
 *
 * @param top as the spreadsheet numbers rows; so is the bottom, inclusive
 * @param left from 0; so is the right, inclusive
 */
record MergedRange(int top, int left, int bottom, int right) {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?");

    /** @param reference such as {@code D2:D3} */
    static MergedRange of(String reference) {
        Matcher parts = REFERENCE.matcher(String.valueOf(reference));
        if (!parts.matches()) {
            throw new UnreadableWorkbook("damaged");
        }
        int top = Integer.parseInt(parts.group(2));
        int left = SheetReader.column(parts.group(1), 0);
        return parts.group(3) == null
                ? new MergedRange(top, left, top, left)
                : new MergedRange(
                        top, left, Integer.parseInt(parts.group(4)), SheetReader.column(parts.group(3), left));
    }
}
