package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.exchange.table.BillTable;

/**
 * Reads a workbook sheet by sheet as a stream; only the shared strings are held in memory, within a limit. Takes a formula's
 * stored result, never computes. Styled but empty cells at the end of a sheet are not even parsed.
 */
public final class XlsxBillReader {
    private XlsxBillReader() {}

    /**
     * Pushes the visible sheets' rows into the table.
     *
     * @throws se.fixpunkt.bills.domain.UnreadableFile when it is no workbook, damaged, or unpacks to too much
     */
    public static void read(Path file, BillTable table) throws IOException {
        try (WorkbookZip zip = WorkbookZip.open(file)) {
            WorkbookParts parts = WorkbookParts.of(zip);
            SharedStrings strings = SharedStrings.of(zip, parts.sharedStrings());
            CellStyles styles = CellStyles.of(zip, parts.styles());
            for (WorkbookParts.Sheet sheet : parts.sheets()) {
                if (sheet.hidden()) {
                    table.note(Severity.INFO, "hidden-sheet", sheet.name());
                } else {
                    read(zip, sheet, new SheetHandler(table, sheet.name(), strings, styles, parts.from1904()));
                }
            }
        }
    }

    private static void read(WorkbookZip zip, WorkbookParts.Sheet sheet, SheetHandler handler) throws IOException {
        int lastRow;
        try (InputStream in = zip.read(sheet.part(), WorkbookZip.SHEET)) {
            lastRow = LastContent.in(in);
        }
        handler.stopAfter(lastRow);
        try (InputStream in = zip.read(sheet.part(), WorkbookZip.SHEET)) {
            SecureXml.parse(in, handler);
        }
        handler.end();
    }
}
