package se.fixpunkt.alarms.exchange.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** Number formats of nothing but zeros: with {@code 0000} people see {@code 0123} where the sheet says 123. */
final class ZeroFormats extends PlainXml.Handler {
    private static final Pattern ZEROS = Pattern.compile("0{2,16}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Map<String, Integer> zeros = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    private boolean inCells;

    private ZeroFormats() {}

    /** @param styles that part of the workbook; null when it has none */
    static ZeroFormats of(byte[] styles) {
        ZeroFormats formats = new ZeroFormats();
        if (styles != null) {
            PlainXml.parse(styles, formats);
        }
        return formats;
    }

    /** @param format the cell's place among the cells' formats */
    String shown(String number, int format) {
        int width = format >= 0 && format < widths.size() ? widths.get(format) : 0;
        return number.length() < width && DIGITS.matcher(number).matches()
                ? "0".repeat(width - number.length()) + number
                : number;
    }

    @Override
    void start(String name, Attributes attributes) {
        String code = String.valueOf(attributes.getValue("formatCode"));
        switch (name) {
            case "numFmt" ->
                zeros.put(
                        String.valueOf(attributes.getValue("numFmtId")),
                        ZEROS.matcher(code).matches() ? code.length() : 0);
            case "cellXfs" -> inCells = true;
            case "xf" -> {
                if (inCells) {
                    widths.add(zeros.getOrDefault(String.valueOf(attributes.getValue("numFmtId")), 0));
                }
            }
            default -> {
                // Fonts, fills and borders.
            }
        }
    }

    @Override
    void end(String name) {
        if (name.equals("cellXfs")) {
            inCells = false;
        }
    }
}
