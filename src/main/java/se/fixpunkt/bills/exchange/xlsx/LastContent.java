package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the last row of a sheet that has anything in it, without parsing: formats copied down to row 1,048,576 then cost
 * only their unpacking. Rows are counted as they stand in the file. Anything doubtful counts as content.
 */
final class LastContent {
    private static final int OUTSIDE = 0;
    private static final int IN_NAME = 1;

    private int rows;
    private int lastRow;
    private int state = OUTSIDE;
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
        return scan.lastRow;
    }

    private void scan(byte[] chunk, int end) {
        for (int i = 0; i < end; i++) {
            byte c = chunk[i];
            if (state == OUTSIDE) {
                if (c == '<') {
                    state = IN_NAME;
                    length = 0;
                    name = 0;
                }
            } else if (c == ' ' || c == '>' || c == '/' || c == '\n' || c == '\r' || c == '\t') {
                // An end tag has its slash first.
                if (length > 0 || c != '/') {
                    nameEnded();
                    state = OUTSIDE;
                } else {
                    state = OUTSIDE;
                }
            } else if (c == ':') {
                length = 0;
                name = 0;
            } else {
                length++;
                name = name << 8 | (c & 0xFF);
            }
        }
    }

    private void nameEnded() {
        if (length == 3 && name == ('r' << 16 | 'o' << 8 | 'w')) {
            rows++;
        } else if (length <= 2 && (name == 'v' || name == 't' || name == 'f' || name == ('i' << 8 | 's'))) {
            lastRow = rows;
        }
    }
}
