package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the last row of a sheet that has anything in it, without parsing: formats copied down to row 1,048,576 then cost
 * only their unpacking. Rows are counted as they stand in the file. Anything doubtful counts as content, and so does a sheet
 * that breaks off, so that the parser gets to see it.
 */
final class LastContent {
    /** The last eight letters of {@code sheetData}. */
    private static final long END_OF_SHEET_DATA = 0x6865657444617461L;

    private int rows;
    private int lastRow;
    private boolean complete;
    private boolean inName;
    private boolean endTag;
    private int length;
    private long name;

    private LastContent() {}

    /** The count of the last row with content, 0 when none has any. */
    static int in(InputStream sheet) throws IOException {
        LastContent scan = new LastContent();
        byte[] chunk = new byte[1 << 16];
        boolean first = true;
        for (int read = sheet.read(chunk); read >= 0; read = sheet.read(chunk)) {
            if (first && read > 1 && (chunk[0] == 0 || chunk[1] == 0 || (chunk[0] & 0xFE) == 0xFE)) {
                return Integer.MAX_VALUE;
            }
            first = first && read == 0;
            scan.scan(chunk, read);
        }
        return scan.complete ? scan.lastRow : Integer.MAX_VALUE;
    }

    private void scan(byte[] chunk, int end) {
        for (int i = 0; i < end; i++) {
            byte c = chunk[i];
            if (!inName) {
                if (c == '<') {
                    inName = true;
                    endTag = false;
                    length = 0;
                    name = 0;
                }
            } else if (c == '/' && length == 0) {
                endTag = true;
            } else if (c == ' ' || c == '>' || c == '/' || c == '\n' || c == '\r' || c == '\t') {
                nameEnded(c == '/');
                inName = false;
            } else if (c == ':') {
                length = 0;
                name = 0;
            } else {
                length++;
                name = name << 8 | (c & 0xFF);
            }
        }
    }

    private void nameEnded(boolean emptyTag) {
        if (length == 9 && name == END_OF_SHEET_DATA) {
            complete |= endTag || emptyTag;
        } else if (endTag) {
            return;
        } else if (length == 3 && name == ('r' << 16 | 'o' << 8 | 'w')) {
            rows++;
        } else if (length <= 2 && (name == 'v' || name == 't' || name == 'f' || name == ('i' << 8 | 's'))) {
            lastRow = rows;
        }
    }
}
