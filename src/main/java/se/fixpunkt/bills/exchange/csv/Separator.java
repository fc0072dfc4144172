package se.fixpunkt.bills.exchange.csv;

import java.io.BufferedReader;
import java.io.CharArrayReader;
import java.io.IOException;
import java.util.List;
import se.fixpunkt.bills.exchange.table.BillTable;

/** What separates the fields: the one that makes the column headings of a bill, otherwise the one that occurs most. */
final class Separator {
    private static final char[] CANDIDATES = {';', '\t', ',', '|'};
    private static final int HEAD = 1 << 16;
    private static final String HINT = "sep=";

    private Separator() {}

    /** Looks ahead and leaves the reader where it was, or behind Excel's own {@code sep=} line. */
    static char of(BufferedReader reader) throws IOException {
        reader.mark(HEAD + 1);
        char[] head = new char[HEAD];
        int length = 0;
        for (int read = 0; read >= 0 && length < HEAD; read = reader.read(head, length, HEAD - length)) {
            length += read;
        }
        reader.reset();
        String text = new String(head, 0, length);
        if (text.startsWith(HINT) && text.length() > HINT.length()) {
            reader.readLine();
            return text.charAt(HINT.length());
        }
        for (char candidate : CANDIDATES) {
            if (makesHeadings(head, length, candidate)) {
                return candidate;
            }
        }
        return mostFrequent(text);
    }

    private static boolean makesHeadings(char[] head, int length, char candidate) throws IOException {
        Records records = new Records(new BufferedReader(new CharArrayReader(head, 0, length)), candidate);
        for (List<String> fields = records.next(); fields != null; fields = records.next()) {
            if (BillTable.isHeading(CsvBillReader.cells(fields))) {
                return true;
            }
        }
        return false;
    }

    private static char mostFrequent(String text) {
        char best = CANDIDATES[0];
        long most = 0;
        for (char candidate : CANDIDATES) {
            long count = text.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
