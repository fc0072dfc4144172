package se.fixpunkt.bills.exchange.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.bills.domain.UnreadableFile;

/** Splits text into records: quoted fields may hold separators, line ends and doubled quotes; a quote within a field is a quote. */
final class Records {
    private static final int MAX_FIELD = 100_000;
    private static final int MAX_FIELDS = 20_000;

    private final BufferedReader reader;
    private final char separator;
    private final StringBuilder field = new StringBuilder();
    private int number;
    private boolean endedInQuotes;

    Records(BufferedReader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The fields of the next record; null at the end. */
    List<String> next() throws IOException {
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        List<String> fields = new ArrayList<>();
        while (true) {
            c = c == '"' ? quoted() : c;
            while (c >= 0 && c != separator && c != '\n' && c != '\r') {
                append((char) c);
                c = reader.read();
            }
            if (fields.size() < MAX_FIELDS) {
                fields.add(field.toString());
            }
            field.setLength(0);
            if (c != separator) {
                skipLineFeed(c);
                return fields;
            }
            c = reader.read();
        }
    }

    /** Reads to the closing quote; answers the character behind it. */
    private int quoted() throws IOException {
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '"') {
                c = reader.read();
                if (c != '"') {
                    return c;
                }
            }
            append((char) c);
        }
        endedInQuotes = true;
        return -1;
    }

    private void skipLineFeed(int c) throws IOException {
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
    }

    private void append(char c) {
        if (field.length() >= MAX_FIELD) {
            throw new UnreadableFile(UnreadableFile.Reason.DAMAGED);
        }
        field.append(c);
    }

    boolean endedInQuotes() {
        return endedInQuotes;
    }

    /** The number of the record that was read last, from 1. */
    int lastStart() {
        return number;
    }
}
