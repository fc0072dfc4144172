package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/** The texts that a workbook's cells refer to by number, in plain form and within a limit. */
final class SharedStrings extends SecureXml.Handler {
    private static final long MAX_CHARS = 48L << 20;
    private static final int MAX_STRINGS = 2_000_000;

    private final List<String> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;
    private long chars;

    private SharedStrings() {}

    /** @param part null when the workbook has none */
    static SharedStrings of(WorkbookZip zip, String part) throws IOException {
        SharedStrings strings = new SharedStrings();
        if (part != null) {
            try (InputStream in = zip.read(part, WorkbookZip.STRINGS)) {
                SecureXml.parse(in, strings);
            }
        }
        return strings;
    }

    /** The text with that number; null when there is none. */
    String get(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < strings.size() ? strings.get(index) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "t" -> inText = phonetic == 0;
            case "rPh" -> phonetic++;
            default -> {
                // Fonts and colours of rich text.
            }
        }
    }

    @Override
    void end(String name) {
        switch (name) {
            case "si" -> add();
            case "t" -> inText = false;
            case "rPh" -> phonetic--;
            default -> {
                // Fonts and colours of rich text.
            }
        }
    }

    @Override
    public void characters(char[] given, int start, int length) {
        if (inText) {
            chars += length;
            if (chars > MAX_CHARS) {
                throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
            }
            if (text.length() < SheetHandler.MAX_TEXT) {
                text.append(given, start, length);
            }
        }
    }

    private void add() {
        if (strings.size() >= MAX_STRINGS) {
            throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
        }
        strings.add(Escapes.decoded(text.toString()));
    }
}
