package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.bills.domain.RowSink;
import se.fixpunkt.shared.Amount;

/** The rows below the column headings of one sheet. */
final class SheetRows {
    /** What the kind column of our own export says of a sum. */
    static final String SUM_KIND = "sum";

    private static final int MAX_WAITING = 100;

    private final String sheet;
    private final RowSink sink;
    private final Problems problems;
    private final Totals totals;
    private final Tally tally;
    private final DeclaredTotal declared;
    private final PageFurniture furniture;
    private final CodeTrail trail = new CodeTrail();
    private final Ignored ignored = new Ignored();
    private final List<SubtotalOfHeading> subtotals = new ArrayList<>();

    private ColumnMap columns;
    private Set<Integer> besideText = Set.of();
    private List<List<Cell>> headings = List.of();
    private boolean headingsOpen;
    private Undecided undecided;
    private int repeated;
    private int sums;

    SheetRows(
            String sheet,
            RowSink sink,
            Problems problems,
            Totals totals,
            Tally tally,
            DeclaredTotal declared,
            PageFurniture furniture) {
        this.sheet = sheet;
        this.sink = sink;
        this.problems = problems;
        this.totals = totals;
        this.tally = tally;
        this.declared = declared;
        this.furniture = furniture;
    }

    void headings(int row, List<List<Cell>> given, ColumnMap map) {
        headings = new ArrayList<>(given);
        columns = map;
        besideText = map.blankBesideText();
        headingsOpen = true;
        if (map.isOwnExport()) {
            tally.ownExport();
        }
    }

    void row(int number, List<Cell> cells) {
        boolean saysItsKind =
                columns.isOwnExport() && cells.stream().anyMatch(cell -> cell.column() == columns.place(Column.KIND));
        if (!saysItsKind && isFurniture(number, cells)) {
            return;
        }
        headingsOpen = false;
        Fields fields = Fields.of(number, cells, columns, besideText);
        ignored.add(number, fields.others());
        if (fields.isEmpty()) {
            return;
        }
        if (saysItsKind) {
            ownRow(fields);
        } else {
            foreignRow(fields);
        }
    }

    void end() {
        decide(null, false);
        for (SubtotalOfHeading subtotal : subtotals) {
            BigDecimal ours = totals.of(subtotal.code());
            if (ours.compareTo(subtotal.stated().value()) != 0) {
                problems.add(
                        Severity.WARNING,
                        sheet,
                        subtotal.row(),
                        columns.place(Column.AMOUNT),
                        "sum-differs",
                        subtotal.stated().toString(),
                        ours.toString());
            }
        }
        ignored.tell(problems, sheet, columns.unknown());
        tellCount("repeated-headings", repeated);
        tellCount("sum-rows", columns.isOwnExport() ? 0 : sums);
    }

    /** Those of the hidden columns that were read; our own export hides two of its own. */
    List<Integer> hidden(BitSet hiddenColumns) {
        return hiddenColumns.stream()
                .filter(place -> columns.at(place)
                        .filter(column -> column != Column.KIND && column != Column.DEPTH)
                        .isPresent())
                .boxed()
                .toList();
    }

    private boolean isFurniture(int number, List<Cell> cells) {
        if (headingsOpen) {
            Optional<ColumnMap> continued = columns.continuedBy(headings, cells);
            if (continued.isPresent()) {
                furniture.learn(cells);
                List<List<Cell>> all = new ArrayList<>(headings);
                all.add(cells);
                headings(number, all, continued.get());
                return true;
            }
            if (isCountOfColumns(cells)) {
                return true;
            }
        }
        Optional<ColumnMap> again =
                cells.stream().anyMatch(SheetRows::isNumeric) ? Optional.empty() : ColumnMap.of(List.of(cells));
        if (again.isPresent() || furniture.contains(cells)) {
            repeated++;
            again.ifPresent(map -> {
                headings(number, List.of(cells), map);
                furniture.learn(cells);
            });
            return true;
        }
        return false;
    }

    /** Saves most rows the comparison with headings. */
    private static boolean isNumeric(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER
                || (!cell.text().isEmpty() && Character.isDigit(cell.text().charAt(0)));
    }

    /** A row that numbers the columns 1, 2, 3 and so on. */
    private static boolean isCountOfColumns(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).text().equals(String.valueOf(i + 1))) {
                return false;
            }
        }
        return cells.size() >= 4;
    }

    private void ownRow(Fields fields) {
        if (fields.kind().equals(SUM_KIND)) {
            sum(fields, SumRow.in(fields).orElse(new SumRow(false, false, null)));
            return;
        }
        Optional<RowKind> kind = RowKind.named(fields.kind());
        Optional<Integer> depth = depth(fields.depth());
        if (kind.isEmpty() || depth.isEmpty() || fields.code().length() > Code.MAX_LENGTH) {
            String told = RowReading.shortened(fields.kind() + " " + fields.depth());
            error(fields, Column.KIND, "kind-unknown", told);
            return;
        }
        Code code = fields.code().isEmpty() ? null : new Code(fields.code());
        BillRow row = new RowReading(problems, sheet, fields, columns).read(kind.get(), code, depth.get());
        if (row != null) {
            emit(row, fields.row(), code != null);
        }
    }

    private void foreignRow(Fields given) {
        Fields fields = sorted(given);
        Optional<SumRow> sum = SumRow.in(fields).or(() -> unnamedSum(fields));
        if (sum.isPresent()) {
            decide(null, false);
            sum(fields, sum.get());
            return;
        }
        RowKind kind = RowKinds.of(fields);
        if (isBlankWithZeros(fields, kind)) {
            return;
        }
        if (!fields.code().isEmpty() && !CodeText.canBeCode(fields.code())) {
            error(fields, Column.CODE, "code-malformed", RowReading.shortened(fields.code()));
            return;
        }
        Code own = fields.code().isEmpty() ? null : new Code(fields.code());
        if (undecided != null
                && own == null
                && !kind.work()
                && undecided.remarks().size() < MAX_WAITING) {
            undecided.remarks().add(fields);
            return;
        }
        decide(own, kind.work());
        if (kind == RowKind.HEADING && trail.isRepeated(own, fields.text())) {
            repeated++;
            return;
        }
        boolean undashed = kind == RowKind.LUMP_SUM && !RowKinds.isDashed(fields);
        if (undashed && own != null && fields.unit() == null && fields.amount().isNumber()) {
            undecided = new Undecided(fields, own, new ArrayList<>());
            return;
        }
        read(fields, kind, own, undashed);
    }

    private void read(Fields fields, RowKind kind, Code own, boolean undashed) {
        BillRow row = new RowReading(problems, sheet, fields, columns)
                .read(kind, trail.codeOf(own), trail.depthOf(own, kind));
        if (row != null) {
            if (undashed) {
                info(fields, Column.AMOUNT, "lump-sum-without-dashes");
            }
            emit(row, fields.row(), own != null);
        }
    }

    /** Words that stand in the column of codes are words. */
    private static Fields sorted(Fields given) {
        String code = CodeText.tidied(given.code());
        boolean words = !CodeText.looksLikeCode(code) && given.text().isEmpty();
        return words ? given.withCodeAndText("", given.code()) : given.withCodeAndText(code, given.text());
    }

    /**
     * A row with a code and an amount and nothing else is a heading that shows its sum if rows of that code follow, and
     * otherwise a lump sum whose dashes were left out.
     */
    private void decide(Code next, boolean work) {
        if (undecided == null) {
            return;
        }
        Undecided row = undecided;
        undecided = null;
        if (next == null ? work : next.within(row.code())) {
            headingWithSum(row);
        } else {
            read(row.fields(), RowKind.LUMP_SUM, row.code(), true);
        }
        row.remarks().forEach(remark -> read(remark, RowKind.REMARK, null, false));
    }

    private void headingWithSum(Undecided row) {
        Fields fields = row.fields();
        info(fields, Column.AMOUNT, "sum-on-heading", fields.amount().given().text());
        stated(fields).ifPresent(stated -> subtotals.add(new SubtotalOfHeading(fields.row(), row.code(), stated)));
        read(fields, RowKind.HEADING, row.code(), false);
    }

    private Optional<SumRow> unnamedSum(Fields fields) {
        boolean onlyAmount = fields.code().isEmpty()
                && fields.text().isEmpty()
                && fields.unit() == null
                && fields.unitDashes() == 0
                && fields.quantity().isBlank()
                && fields.rate().isBlank()
                && fields.amount().isNumber()
                && !fields.amount().isZero();
        return onlyAmount ? Optional.of(new SumRow(false, false, null)) : Optional.empty();
    }

    private static boolean isBlankWithZeros(Fields fields, RowKind kind) {
        boolean noFigures = fields.quantity().isNothing()
                && fields.rate().isNothing()
                && fields.amount().isNothing()
                && fields.unit() == null;
        return fields.code().isEmpty() && fields.text().isEmpty() && (noFigures || !kind.work());
    }

    private void sum(Fields fields, SumRow sum) {
        sums++;
        Optional<Amount> stated = stated(fields);
        if (stated.isPresent() && !sum.taxed()) {
            if (sum.grand()) {
                declared.inSum(
                        new DeclaredTotal.Place(sheet, fields.row(), columns.place(Column.AMOUNT), stated.get()));
            } else if (!totals.agreesWith(stated.get(), sum)) {
                problems.add(
                        Severity.WARNING,
                        sheet,
                        fields.row(),
                        columns.place(Column.AMOUNT),
                        "sum-differs",
                        stated.get().toString(),
                        totals.meant(sum).toString());
            }
        }
        totals.sumPassed();
    }

    private static Optional<Amount> stated(Fields fields) {
        try {
            return fields.amount().isNumber()
                    ? Optional.of(new Amount(fields.amount().value().setScale(2, RoundingMode.HALF_UP)))
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private void emit(BillRow row, int number, boolean ownCode) {
        try {
            totals.add(row);
        } catch (ArithmeticException e) {
            String amount = String.valueOf(row.amount());
            problems.add(Severity.ERROR, sheet, number, columns.place(Column.AMOUNT), "number-too-large", amount);
            return;
        }
        trail.passed(row, ownCode);
        tally.add(row, ownCode);
        sink.accept(row, sheet, number);
    }

    private static Optional<Integer> depth(String text) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) <= BillRow.MAX_DEPTH
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private void error(Fields fields, Column column, String problem, String... params) {
        problems.add(Severity.ERROR, sheet, fields.row(), columns.place(column), problem, params);
    }

    private void info(Fields fields, Column column, String problem, String... params) {
        problems.add(Severity.INFO, sheet, fields.row(), columns.place(column), problem, params);
    }

    private void tellCount(String problem, int count) {
        if (count > 0) {
            problems.add(Severity.INFO, sheet, 0, -1, problem, String.valueOf(count));
        }
    }

    private record Undecided(Fields fields, Code code, List<Fields> remarks) {}

    private record SubtotalOfHeading(int row, Code code, Amount stated) {}
}
