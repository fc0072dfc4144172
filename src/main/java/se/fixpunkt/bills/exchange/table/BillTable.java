package se.fixpunkt.bills.exchange.table;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.bills.domain.RowSink;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.shared.Amount;

/**
 * Reads the cells of a document, sheet by sheet and row by row, as a bill of quantities. First comes a header block, then
 * the column headings, then the rows; a sheet without column headings is no part of the bill and is mentioned.
 *
 * <p>An ERROR leaves its row out, a WARNING asks somebody to look at an imported row, an INFO says what was done without
 * asking. Hidden rows are imported: hiding is how spreadsheet programs filter and fold.
 */
public final class BillTable {
    /** More rows than any bill has; a file beyond it is refused as a whole. */
    static final int MAX_ROWS = 500_000;

    private final RowSink sink;
    private final Problems problems = new Problems();
    private final Totals totals = new Totals();
    private final Tally tally = new Tally();
    private final DeclaredTotal declared = new DeclaredTotal();
    private final Map<HeaderField, String> header = new EnumMap<>(HeaderField.class);
    private final Map<String, Integer> formulas = new LinkedHashMap<>();
    private boolean anyTable;
    private int contentRows;

    private String sheet;
    private BitSet hiddenColumns = new BitSet();
    private HeaderBlock block;
    private PageFurniture furniture;
    private List<List<Cell>> above;
    private SheetRows rows;
    private int hiddenRows;
    private boolean anyContent;

    public BillTable(RowSink sink) {
        this.sink = sink;
        begin(null);
    }

    /** Begins a sheet; a source without sheets needs not call it. */
    public void sheet(String name, BitSet hidden) {
        endSheet();
        begin(name);
        hiddenColumns = hidden;
    }

    /** A row with its filled cells from left to right; rows come in order and blank rows may be left out. */
    public void row(int number, List<Cell> given, boolean hidden) {
        List<Cell> cells = given.stream().filter(cell -> !cell.isBlank()).toList();
        if (cells.isEmpty()) {
            return;
        }
        if (++contentRows > MAX_ROWS) {
            throw new UnreadableFile(UnreadableFile.Reason.TOO_MANY_ROWS);
        }
        anyContent = true;
        hiddenRows += hidden ? 1 : 0;
        countFormulas(cells);
        if (rows != null) {
            rows.row(number, cells);
        } else {
            search(number, cells);
        }
    }

    /** Whether the cells are the column headings of a bill. */
    public static boolean isHeading(List<Cell> cells) {
        return ColumnMap.of(
                        List.of(cells.stream().filter(cell -> !cell.isBlank()).toList()))
                .isPresent();
    }

    /** Says something that belongs to the current sheet or, before any, to the file. */
    public void note(Severity severity, String problem, String... params) {
        problems.add(severity, sheet, 0, -1, problem, params);
    }

    /** @throws UnreadableFile when there was no table, or none of its rows could be imported */
    public ImportReport finish() {
        endSheet();
        if (!anyTable) {
            throw new UnreadableFile(UnreadableFile.Reason.NO_TABLE, problems.kept());
        }
        if (tally.rows() == 0) {
            throw new UnreadableFile(UnreadableFile.Reason.NO_ROWS, problems.kept());
        }
        DeclaredTotal.Place stated = declared.place(totals.total());
        if (stated != null && !stated.amount().equals(totals.total())) {
            problems.add(
                    Severity.WARNING,
                    stated.sheet(),
                    stated.row(),
                    stated.column(),
                    "declared-total-differs",
                    stated.amount().toString(),
                    totals.total().toString());
        }
        return new ImportReport(
                tally.rows(),
                tally.items(),
                problems.kept(),
                problems.count(Severity.ERROR),
                problems.count(Severity.WARNING),
                problems.count(Severity.INFO),
                stated == null ? null : stated.amount(),
                totals.total(),
                totals.exact(),
                header,
                tally.layout());
    }

    private void begin(String name) {
        sheet = name;
        hiddenColumns = new BitSet();
        block = new HeaderBlock();
        furniture = new PageFurniture();
        above = new ArrayList<>();
        rows = null;
        hiddenRows = 0;
        anyContent = false;
        totals.sheet();
    }

    private void search(int number, List<Cell> cells) {
        Optional<ColumnMap> found = ColumnMap.of(List.of(cells));
        List<List<Cell>> headings = new ArrayList<>(List.of(cells));
        for (int from = above.size() - 1; found.isEmpty() && from >= 0; from--) {
            headings.add(0, above.get(from));
            found = ColumnMap.of(headings);
        }
        furniture.learn(cells);
        if (found.isPresent()) {
            anyTable = true;
            takeHeader();
            rows = new SheetRows(sheet, sink, problems, totals, tally, declared, furniture);
            rows.headings(number, headings, found.get());
            return;
        }
        block.add(number, cells);
        above.add(cells);
        if (above.size() > 2) {
            above.remove(0);
        }
    }

    private void takeHeader() {
        Map<HeaderField, Cell> values = block.values();
        values.forEach((field, value) -> {
            String text = FormulaGuard.removed(value.text());
            header.putIfAbsent(field, text.length() <= 400 ? text : text.substring(0, 400));
        });
        Cell total = values.get(HeaderField.TOTAL);
        if (total == null) {
            return;
        }
        Figure figure = Figure.of(total, false);
        try {
            if (figure.isNumber()) {
                Amount amount = new Amount(figure.value().setScale(2, RoundingMode.HALF_UP));
                header.put(HeaderField.TOTAL, amount.toString());
                declared.inHeader(new DeclaredTotal.Place(sheet, 0, total.column(), amount));
                return;
            }
        } catch (ArithmeticException e) {
            // Too large for money: told below like any other unreadable total.
        }
        if (!figure.isBlank() && !figure.isDash()) {
            note(Severity.WARNING, "declared-total-unreadable", RowReading.shortened(total.text()));
        }
    }

    private void endSheet() {
        if (rows != null) {
            rows.end();
            if (hiddenRows > 0) {
                note(Severity.INFO, "hidden-rows", String.valueOf(hiddenRows));
            }
            rows.hidden(hiddenColumns)
                    .forEach(column ->
                            problems.add(Severity.INFO, sheet, 0, column, "hidden-column", Cell.columnName(column)));
        } else if (anyContent && sheet != null) {
            note(Severity.INFO, "sheet-without-table", sheet);
        }
        formulas.forEach((kind, count) -> note(Severity.INFO, kind, String.valueOf(count)));
        formulas.clear();
    }

    private void countFormulas(List<Cell> cells) {
        for (Cell cell : cells) {
            if (cell.kind() == Cell.Kind.NO_VALUE) {
                formulas.merge("formulas-without-value", 1, Integer::sum);
            } else if (cell.formula()) {
                formulas.merge("formulas", 1, Integer::sum);
            }
        }
    }
}
