package se.fixpunkt.bills.exchange.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.exchange.table.BillTable;
import se.fixpunkt.bills.exchange.table.Cell;
import se.fixpunkt.bills.exchange.table.NotANumber;
import se.fixpunkt.bills.exchange.table.StoredNumber;

/** Makes cells of the XML of one sheet and pushes its rows into the table. */
final class SheetHandler extends SecureXml.Handler {
    /** Longer than any cell; what is beyond is cut, and the row is then refused for its length. */
    static final int MAX_TEXT = 40_000;

    private static final int MAX_COLUMNS = 1_024;
    private static final int ALL_COLUMNS = 16_384;

    private final BillTable table;
    private final String name;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final boolean from1904;
    private final BitSet hiddenColumns = new BitSet();
    private int lastContent = Integer.MAX_VALUE;

    private int rowsSeen;
    private int row;
    private boolean rowHidden;
    private List<Cell> cells = new ArrayList<>();
    private boolean beyond;

    private int column;
    private String type;
    private CellStyles.Style style;
    private boolean formula;
    private boolean hasValue;
    private final StringBuilder value = new StringBuilder();
    private boolean inValue;
    private int phonetic;

    SheetHandler(BillTable table, String name, SharedStrings strings, CellStyles styles, boolean from1904) {
        this.table = table;
        this.name = name;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** @param count how many rows there are up to the last one with content */
    void stopAfter(int count) {
        lastContent = count;
    }

    @Override
    void start(String element, Attributes attributes) throws SAXException {
        switch (element) {
            case "col" -> columns(attributes);
            case "sheetData" -> table.sheet(name, hiddenColumns);
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula = true;
            case "v" -> {
                inValue = true;
                hasValue = true;
            }
            case "t" -> inValue = "inlineStr".equals(type) && phonetic == 0;
            case "rPh" -> phonetic++;
            default -> {
                // Views, widths, links, validation and the like say nothing about the bill.
            }
        }
    }

    @Override
    void end(String element) throws SAXException {
        switch (element) {
            case "v", "t" -> inValue = false;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> table.row(row, cells, rowHidden);
            case "sheetData" -> throw new SecureXml.Stop();
            default -> {
                // See above.
            }
        }
    }

    @Override
    public void characters(char[] given, int start, int length) {
        if (inValue && value.length() < MAX_TEXT) {
            value.append(given, start, length);
        }
    }

    /** Says what had to be left out of the sheet. */
    void end() {
        if (beyond) {
            table.note(Severity.INFO, "columns-beyond", Cell.columnName(MAX_COLUMNS - 1));
        }
    }

    private void columns(Attributes attributes) {
        if (isTrue(attributes.getValue("hidden"))) {
            int from = number(attributes.getValue("min"), 1);
            int to = Math.min(number(attributes.getValue("max"), from), ALL_COLUMNS);
            if (from >= 1 && from <= to) {
                hiddenColumns.set(from - 1, to);
            }
        }
    }

    private void startRow(Attributes attributes) throws SecureXml.Stop {
        rowsSeen++;
        if (rowsSeen > lastContent) {
            throw new SecureXml.Stop();
        }
        row = number(attributes.getValue("r"), row + 1);
        rowHidden = isTrue(attributes.getValue("hidden"));
        column = -1;
        cells = new ArrayList<>();
    }

    private void startCell(Attributes attributes) {
        column = column(attributes.getValue("r"), column + 1);
        type = attributes.getValue("t");
        style = styles.get(attributes.getValue("s"));
        formula = false;
        hasValue = false;
        inValue = false;
        value.setLength(0);
    }

    private void endCell() {
        boolean empty = value.length() == 0 && !(formula && !hasValue);
        if (empty) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            beyond = true;
            return;
        }
        cells.add(cell());
    }

    private Cell cell() {
        String given = value.toString();
        if (formula && !hasValue && given.isEmpty()) {
            return of(Cell.Kind.NO_VALUE, "");
        }
        return switch (type == null ? "n" : type) {
            case "s" -> {
                String shared = strings.get(given);
                yield shared == null ? of(Cell.Kind.ERROR, "#" + given) : of(Cell.Kind.TEXT, shared);
            }
            case "str", "inlineStr" -> of(Cell.Kind.TEXT, Escapes.decoded(given));
            case "b" -> of(Cell.Kind.BOOLEAN, given.equals("1") ? "SANT" : "FALSKT");
            case "e" -> of(Cell.Kind.ERROR, given);
            case "d" -> of(Cell.Kind.DATE, given.length() > 10 ? given.substring(0, 10) : given);
            default -> numeric(given.strip());
        };
    }

    private Cell numeric(String given) {
        try {
            BigDecimal number = StoredNumber.parse(given);
            return style.date()
                    ? new Cell(column, Cell.Kind.DATE, date(number), number, -1, formula)
                    : Cell.number(column, number, style.decimals(), formula);
        } catch (NotANumber e) {
            return of(Cell.Kind.TEXT, given);
        }
    }

    private Cell of(Cell.Kind kind, String text) {
        return new Cell(column, kind, text, null, -1, formula);
    }

    /** Days since the last day of 1899, with the 29th of February 1900 that never was. */
    private String date(BigDecimal number) {
        long days = number.longValue();
        if (days < 0 || days > 2_958_465) {
            return number.toPlainString();
        }
        LocalDate start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        return start.plusDays(days).toString();
    }

    private static int column(String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (column < 1 || column > ALL_COLUMNS) {
                return ALL_COLUMNS;
            }
        }
        return column == 0 ? otherwise : column - 1;
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
