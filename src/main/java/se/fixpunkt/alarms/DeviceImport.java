package se.fixpunkt.alarms;

import java.util.List;

/**
 * What a workbook of devices would do, or did.
 *
 * @param id of the draft that waits; null when nothing was kept
 * @param rows with something in them, without the heading
 * @param unread headings that are no columns of ours, as they are written: what stands below them is not taken in
 * @param problems why rows cannot be taken; while there is one nothing is
 */
public record DeviceImport(
        DeviceImportId id,
        int rows,
        int added,
        int changed,
        int unchanged,
        List<String> unread,
        List<Problem> problems) {
    public DeviceImport {
        unread = List.copyOf(unread);
        problems = List.copyOf(problems);
    }

    public boolean isAcceptable() {
        return problems.isEmpty() && added + changed > 0;
    }

    /**
     * @param row as the spreadsheet numbers it
     * @param column the column's name in the contract; empty when the whole row is meant
     * @param reason the word of the refusal, e.g. {@code malformed}
     */
    public record Problem(int row, String column, String reason) {}
}
