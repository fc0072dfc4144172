package se.fixpunkt.bills.domain;

/** Takes the rows of a file one by one, in order. */
@FunctionalInterface
public interface RowSink {

    /**
     * @param sheet the sheet it stands on; null for a file without sheets
     * @param sourceRow the row as the spreadsheet program numbers it, from 1
     */
    void accept(BillRow row, String sheet, int sourceRow);
}
