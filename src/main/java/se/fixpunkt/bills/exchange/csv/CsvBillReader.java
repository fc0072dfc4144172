package se.fixpunkt.bills.exchange.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.exchange.table.BillTable;
import se.fixpunkt.bills.exchange.table.Cell;

/** Reads separated text in any of the encodings and with any of the separators that spreadsheet programs use. */
public final class CsvBillReader {
    private static final int MAX_COLUMNS = 1_024;

    private CsvBillReader() {}

    /** Pushes the file's rows into the table; a row's number counts records, as the spreadsheet program would. */
    public static void read(Path file, BillTable table) throws IOException {
        Encoding encoding = Encoding.of(file);
        if (encoding.guessed()) {
            table.note(Severity.INFO, "encoding-guessed", encoding.charset().displayName());
        }
        try (BufferedReader reader = encoding.open(file)) {
            char separator = Separator.of(reader);
            Records records = new Records(reader, separator);
            int number = 0;
            for (List<String> fields = records.next(); fields != null; fields = records.next()) {
                number++;
                table.row(number, cells(fields), false);
            }
            if (records.endedInQuotes()) {
                table.note(Severity.WARNING, "unclosed-quote", String.valueOf(records.lastStart()));
            }
        }
    }

    static List<Cell> cells(List<String> fields) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(fields.size(), MAX_COLUMNS); column++) {
            if (!fields.get(column).isEmpty()) {
                cells.add(Cell.text(column, fields.get(column)));
            }
        }
        return cells;
    }
}
