package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** What the number formats of a workbook's cell styles say: whether a number is a date, and how many decimals are shown. */
final class CellStyles extends SecureXml.Handler {
    private static final int MAX_STYLES = 70_000;
    private static final Pattern FIXED = Pattern.compile("(?:#,##)?0(?:\\.(0+))?");
    private static final Pattern NOT_CODE =
            Pattern.compile("\"[^\"]*\"|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Style GENERAL = new Style(false, -1);

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Style> styles = new ArrayList<>();
    private boolean inCellFormats;

    private CellStyles() {}

    /** @param part null when the workbook has none */
    static CellStyles of(WorkbookZip zip, String part) throws IOException {
        CellStyles styles = new CellStyles();
        if (part != null) {
            try (InputStream in = zip.read(part, WorkbookZip.PART)) {
                SecureXml.parse(in, styles);
            }
        }
        return styles;
    }

    Style get(String number) {
        try {
            int index = number == null ? 0 : Integer.parseInt(number);
            return index >= 0 && index < styles.size() ? styles.get(index) : GENERAL;
        } catch (NumberFormatException e) {
            return GENERAL;
        }
    }

    @Override
    void start(String name, Attributes attributes) {
        if (name.equals("numFmt") && formats.size() < MAX_STYLES) {
            formats.put(number(attribute(attributes, "numFmtId")), String.valueOf(attribute(attributes, "formatCode")));
        } else if (name.equals("cellXfs")) {
            inCellFormats = true;
        } else if (name.equals("xf") && inCellFormats && styles.size() < MAX_STYLES) {
            styles.add(style(number(attribute(attributes, "numFmtId"))));
        }
    }

    @Override
    void end(String name) {
        if (name.equals("cellXfs")) {
            inCellFormats = false;
        }
    }

    private Style style(int format) {
        String code = formats.get(format);
        if (code == null) {
            return builtIn(format);
        }
        Matcher fixed = FIXED.matcher(code);
        if (fixed.matches()) {
            return new Style(false, fixed.group(1) == null ? 0 : fixed.group(1).length());
        }
        String letters = NOT_CODE.matcher(code).replaceAll("");
        boolean date = letters.matches("(?is).*[ymdhs].*") && !letters.matches("(?is).*(general|standard).*");
        return new Style(date, -1);
    }

    /** The formats that every workbook has without saying so. */
    private static Style builtIn(int format) {
        boolean date = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        int decimals = format == 1 || format == 3 ? 0 : format == 2 || format == 4 ? 2 : -1;
        return new Style(date, decimals);
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** @param decimals how many are shown; -1 when the format doesn't fix them */
    record Style(boolean date, int decimals) {}
}
