package se.fixpunkt.alarms.exchange.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import se.fixpunkt.alarms.UnreadableWorkbook;

/**
 * The rows of a sheet as people see them: a formula gives its stored result, and merged cells what stands in the first of them.
 */
final class SheetReader extends PlainXml.Handler {
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 256;
    private static final int MAX_TEXT = 40_000;

    /** Spreadsheets know no more digits of a number, and write more. */
    private static final MathContext KNOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final List<String> strings;
    private final NumberFormats formats;
    private final List<Row> rows = new ArrayList<>();
    private final List<MergedRange> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, Cell> cells = new HashMap<>();
    private int format;
    private int number;
    private int column;
    private int phonetic;
    private String type = "";
    private boolean isFormula;
    private boolean hasValue;
    private boolean inValue;

    private SheetReader(List<String> strings, NumberFormats formats) {
        this.strings = strings;
        this.formats = formats;
    }

    /**
     * @param number as the spreadsheet numbers it
     * @param cells by their place, from 0; empty ones are left out
     */
    record Row(int number, Map<Integer, Cell> cells) {}

    /** The rows of each sheet that have anything in them, read when they are asked for. */
    static Stream<List<Row>> sheets(WorkbookParts parts) {
        Strings strings = new Strings();
        if (parts.strings() != null) {
            PlainXml.parse(parts.strings(), strings);
        }
        NumberFormats formats = NumberFormats.of(parts.styles());
        return parts.sheets().stream().map(sheet -> {
            SheetReader reader = new SheetReader(strings.all, formats);
            PlainXml.parse(sheet, reader);
            reader.spreadMerged();
            return reader.rows;
        });
    }

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "row" -> {
                number = number(attributes.getValue("r"), number + 1);
                column = -1;
                cells = new HashMap<>();
            }
            case "c" -> {
                column = column(attributes.getValue("r"), column + 1);
                type = String.valueOf(attributes.getValue("t"));
                format = number(attributes.getValue("s"), 0);
                text.setLength(0);
                isFormula = false;
                hasValue = false;
            }
            case "f" -> isFormula = true;
            case "v" -> {
                inValue = true;
                hasValue = true;
            }
            case "mergeCell" -> merged.add(MergedRange.of(attributes.getValue("ref")));
            case "t" -> inValue = type.equals("inlineStr") && phonetic == 0;
            case "rPh" -> phonetic++;
            default -> {
                // Views, widths, styles and the like say nothing about devices.
            }
        }
    }

    @Override
    void end(String name) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> phonetic--;
            case "c" -> keep();
            case "row" -> {
                if (!cells.isEmpty()) {
                    rows.add(new Row(number, cells));
                }
                if (rows.size() > MAX_ROWS) {
                    throw new UnreadableWorkbook("too-many-rows");
                }
            }
            default -> {
                // See above.
            }
        }
    }

    @Override
    public void characters(char[] given, int start, int length) {
        if (inValue && text.length() < MAX_TEXT) {
            text.append(given, start, length);
        }
    }

    private void keep() {
        if (column < 0 || column >= MAX_COLUMNS) {
            return;
        }
        boolean blank = text.toString().isBlank();
        if (isFormula && blank && !(hasValue && type.equals("str"))) {
            cells.put(column, Cell.WITHOUT_RESULT);
        } else if (!blank) {
            cells.put(column, cell(text.toString()));
        }
    }

    private Cell cell(String written) {
        return switch (type) {
            case "s" -> new Cell(shared(written.strip()), Cell.Kind.TEXT);
            case "str", "inlineStr" -> new Cell(Escapes.decoded(written), Cell.Kind.TEXT);
            case "e" -> new Cell(written, Cell.Kind.FAILED);
            case "b" -> new Cell(written, Cell.Kind.TEXT);
            case "d" -> new Cell(written, Cell.Kind.DISGUISED);
            default -> {
                String number = plain(written.strip());
                boolean disguised = formats.isPowerOrMoment(format)
                        || !PLAIN.matcher(number).matches();
                yield new Cell(formats.shown(number, format), disguised ? Cell.Kind.DISGUISED : Cell.Kind.NUMBER);
            }
        };
    }

    /** Rows that have nothing of their own stay empty. */
    private void spreadMerged() {
        NavigableMap<Integer, Row> byNumber = new TreeMap<>();
        rows.forEach(row -> byNumber.put(row.number(), row));
        long uncovered = (long) MAX_ROWS * MAX_COLUMNS;
        for (MergedRange range : merged) {
            Row first = byNumber.get(range.top());
            Cell shown = first == null ? Cell.EMPTY : first.cells().getOrDefault(range.left(), Cell.EMPTY);
            if (shown.equals(Cell.EMPTY) || range.bottom() < range.top()) {
                continue;
            }
            int right = Math.min(range.right(), MAX_COLUMNS - 1);
            for (Row row :
                    byNumber.subMap(range.top(), true, range.bottom(), true).values()) {
                row.cells().put(range.left(), shown);
                for (int place = range.left() + 1; place <= right; place++) {
                    row.cells().put(place, Cell.COVERED);
                }
                uncovered -= Math.max(1, right - range.left());
                if (uncovered < 0) {
                    // Merged ranges do not overlap, so they cannot cover more cells than there are.
                    throw new UnreadableWorkbook("damaged");
                }
            }
        }
    }

    private String shared(String index) {
        try {
            return strings.get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException broken) {
            throw new UnreadableWorkbook("damaged");
        }
    }

    /** {@code 1.2E3} is 1200 to people; an identity that a spreadsheet took for a number keeps its digits. */
    private static String plain(String written) {
        if (!written.matches("-?\\d{0,17}(\\.\\d{1,17})?([eE][+-]?\\d{1,2})?") || written.length() < 1) {
            return written;
        }
        try {
            BigDecimal number = new BigDecimal(written).stripTrailingZeros();
            if (number.precision() - number.scale() > KNOWN.getPrecision()) {
                // An identity whose last digits are lost must not pass for another.
                return number.round(KNOWN).toString();
            }
            return number.signum() == 0
                    ? "0"
                    : number.round(KNOWN).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException noNumber) {
            return written;
        }
    }

    static int column(String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (column > MAX_COLUMNS || column < 1) {
                return MAX_COLUMNS;
            }
        }
        return column == 0 ? otherwise : column - 1;
    }

    private static int number(String written, int otherwise) {
        try {
            return written == null ? otherwise : Integer.parseInt(written);
        } catch (NumberFormatException nonsense) {
            return otherwise;
        }
    }

    /** The texts that cells refer to by number. */
    private static final class Strings extends PlainXml.Handler {
        private final List<String> all = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private int phonetic;

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
                case "si" -> all.add(Escapes.decoded(text.toString()));
                case "t" -> inText = false;
                case "rPh" -> phonetic--;
                default -> {
                    // See above.
                }
            }
        }

        @Override
        public void characters(char[] given, int start, int length) {
            if (inText && text.length() < MAX_TEXT) {
                text.append(given, start, length);
            }
        }
    }
}
