package se.fixpunkt.alarms.exchange.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/**
 * What people see where the sheet has a number, as far as that makes a difference to an identity: with the format {@code 0000}
 * they see {@code 0123} for 123, and what they typed as {@code 12E3} or {@code DEC1} has become a power of ten or a day.
 */
final class NumberFormats extends PlainXml.Handler {
    private static final Pattern ZEROS = Pattern.compile("0{2,16}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Of a format's code what is no placeholder: quoted text, single characters, colours and languages, but not {@code [h]}. */
    private static final Pattern AROUND =
            Pattern.compile("(?i)\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^]]*]|general|standard");

    private static final Pattern POWER_OR_MOMENT = Pattern.compile("(?i)E[+-]|[dmyhs]");
    private static final Format GENERAL = new Format(0, false);

    private final Map<String, Format> codes = new HashMap<>();
    private final List<Format> cells = new ArrayList<>();
    private boolean inCells;

    private NumberFormats() {}

    private record Format(int zeros, boolean powerOrMoment) {}

    /** @param styles that part of the workbook; null when it has none */
    static NumberFormats of(byte[] styles) {
        NumberFormats formats = new NumberFormats();
        if (styles != null) {
            PlainXml.parse(styles, formats);
        }
        return formats;
    }

    /**
     * The digits with the zeros that the format puts before them.
     *
     * @param format the cell's place among the cells' formats
     */
    String shown(String number, int format) {
        int width = format(format).zeros;
        return number.length() < width && DIGITS.matcher(number).matches()
                ? "0".repeat(width - number.length()) + number
                : number;
    }

    /**
     * Whether people see a power of ten, a date or a time, so that the digits are not what was typed.
     *
     * @param format the cell's place among the cells' formats
     */
    boolean isPowerOrMoment(int format) {
        return format(format).powerOrMoment;
    }

    private Format format(int place) {
        return place >= 0 && place < cells.size() ? cells.get(place) : GENERAL;
    }

    @Override
    void start(String name, Attributes attributes) {
        String id = String.valueOf(attributes.getValue("numFmtId"));
        switch (name) {
            case "numFmt" -> codes.put(id, coded(String.valueOf(attributes.getValue("formatCode"))));
            case "cellXfs" -> inCells = true;
            case "xf" -> {
                if (inCells) {
                    Format own = codes.get(id);
                    cells.add(own == null ? builtIn(id) : own);
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

    private static Format coded(String code) {
        int zeros = ZEROS.matcher(code).matches() ? code.length() : 0;
        String placeholders = AROUND.matcher(code).replaceAll("");
        return new Format(zeros, POWER_OR_MOMENT.matcher(placeholders).find());
    }

    /** The formats that every workbook has without saying so, ECMA-376 part 1, 18.8.30. */
    private static Format builtIn(String id) {
        return switch (id) {
            // 0.00E+00 and ##0.0E+0, then days and times.
            case "11", "48", "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47" ->
                new Format(0, true);
            default -> GENERAL;
        };
    }
}
