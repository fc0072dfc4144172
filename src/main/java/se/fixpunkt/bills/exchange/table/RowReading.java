package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** Turns the fields of one row into a row of the bill, or names why that cannot be. */
final class RowReading {
    private static final int QUANTITY_DECIMALS = 6;
    private static final int RATE_DECIMALS = 4;

    private final Problems problems;
    private final String sheet;
    private final Fields fields;
    private final ColumnMap columns;

    RowReading(Problems problems, String sheet, Fields fields, ColumnMap columns) {
        this.problems = problems;
        this.sheet = sheet;
        this.fields = fields;
        this.columns = columns;
    }

    /** The row; null when it had to be rejected, which then is among the problems. */
    BillRow read(RowKind kind, Code code, int depth) {
        try {
            BillRow row = row(kind, code, depth);
            if (!columns.isOwnExport()) {
                remarkOnGaps(row);
            }
            return row;
        } catch (Rejected e) {
            problems.add(Severity.ERROR, sheet, fields.row(), e.column, e.getMessage(), e.params);
        } catch (ArithmeticException e) {
            problems.add(Severity.ERROR, sheet, fields.row(), columns.place(Column.AMOUNT), "number-too-large", "");
        }
        return null;
    }

    private BillRow row(RowKind kind, Code code, int depth) {
        if (code == null && fields.text().isEmpty()) {
            throw new Rejected(columns.place(Column.TEXT), "row-without-text");
        }
        if (fields.text().length() > BillRow.MAX_TEXT) {
            throw new Rejected(columns.place(Column.TEXT), "text-too-long", String.valueOf(BillRow.MAX_TEXT));
        }
        String unit = unit();
        for (Cell cell : fields.known()) {
            boolean inWords =
                    columns.place(Column.CODE) == cell.column() || columns.place(Column.TEXT) == cell.column();
            if (inWords && cell.kind() == Cell.Kind.ERROR) {
                throw new Rejected(cell.column(), "error-value", cell.text());
            }
        }
        return switch (kind) {
            case HEADING -> textual(BillRow.heading(depth, code, fields.text()));
            case REMARK -> textual(BillRow.remark(depth, code, fields.text()));
            case ITEM, OPTION, ALTERNATIVE, PROVISIONAL -> measured(kind, code, depth, unit);
            case LUMP_SUM -> new BillRow(depth, kind, code, fields.text(), unit, null, null, amountAlone());
            case INCLUDED_ELSEWHERE -> includedElsewhere(code, depth, unit);
            case RATE_ONLY -> rateOnly(code, depth, unit);
        };
    }

    private BillRow textual(BillRow row) {
        boolean numbers = !fields.quantity().isNothing()
                || !fields.rate().isNothing()
                || !fields.amount().isNothing();
        if (fields.unit() != null || (numbers && columns.isOwnExport())) {
            throw new Rejected(
                    columns.place(Column.KIND), "row-inconsistent", row.kind().contractName());
        }
        return row;
    }

    private BillRow measured(RowKind kind, Code code, int depth, String unit) {
        Quantity quantity = quantity();
        UnitRate rate = rate();
        if (kind != RowKind.ITEM && quantity == null && rate == null) {
            return new BillRow(depth, kind, code, fields.text(), unit, null, null, amountAlone());
        }
        BillRow row = BillRow.measured(depth, kind, code, fields.text(), unit, quantity, rate);
        compare(row);
        return row;
    }

    private BillRow includedElsewhere(Code code, int depth, String unit) {
        if (fields.rate().isNumber() || fields.amount().isNumber()) {
            Figure given = fields.amount().isNumber() ? fields.amount() : fields.rate();
            warn(given, "price-of-included", given.given().text());
        }
        return new BillRow(depth, RowKind.INCLUDED_ELSEWHERE, code, fields.text(), unit, quantity(), null, null);
    }

    private BillRow rateOnly(Code code, int depth, String unit) {
        if (!fields.amount().isNothing() && !fields.amount().isDash()) {
            warn(fields.amount(), "amount-of-rate-only", fields.amount().given().text());
        }
        boolean zero = fields.quantity().isZero();
        if (columns.isOwnExport()
                && !fields.quantity().isNothing()
                && !fields.quantity().isDash()) {
            throw new Rejected(columns.place(Column.KIND), "row-inconsistent", RowKind.RATE_ONLY.contractName());
        }
        Quantity quantity = zero ? new Quantity(rounded(fields.quantity(), QUANTITY_DECIMALS, "")) : Quantity.ZERO;
        return new BillRow(depth, RowKind.RATE_ONLY, code, fields.text(), unit, quantity, rate(), null);
    }

    private String unit() {
        String unit = fields.unit();
        if (unit == null) {
            return null;
        }
        if (fields.unitCell().kind() == Cell.Kind.ERROR) {
            throw new Rejected(fields.unitCell().column(), "error-value", unit);
        }
        if (unit.length() > BillRow.MAX_UNIT) {
            throw new Rejected(fields.unitCell().column(), "unit-too-long", shortened(unit));
        }
        return unit;
    }

    private Quantity quantity() {
        Figure given = fields.quantity();
        if (!accepted(given)) {
            return null;
        }
        if (given.value().signum() < 0) {
            warn(given, "negative-quantity", given.given().text());
        }
        BigDecimal value = rounded(given, QUANTITY_DECIMALS, "quantity-rounded");
        return fitting(given, () -> new Quantity(value));
    }

    private UnitRate rate() {
        Figure given = fields.rate();
        if (!accepted(given)) {
            return null;
        }
        if (given.value().signum() < 0) {
            throw new Rejected(
                    given.given().column(), "negative-rate", given.given().text());
        }
        BigDecimal value = rounded(given, RATE_DECIMALS, "rate-rounded");
        return fitting(given, () -> new UnitRate(value));
    }

    private Amount amountAlone() {
        if (fields.quantity().isNumber() && !fields.quantity().isZero()) {
            warn(
                    fields.quantity(),
                    "quantity-of-lump-sum",
                    fields.quantity().given().text());
        }
        Figure given = fields.amount();
        if (given.isNotStored()) {
            warn(given, "formula-without-value");
            return null;
        }
        if (!accepted(given)) {
            return null;
        }
        if (given.value().signum() < 0) {
            warn(given, "negative-amount", given.given().text());
        }
        Amount amount = fitting(given, () -> Amount.rounded(given.value()));
        if (amount.value().compareTo(given.value()) != 0) {
            warn(given, "amount-rounded", given.given().text(), amount.toString());
        }
        return amount;
    }

    /** Whether there is a number to take; refuses what is neither number, dashes nor blank. */
    private boolean accepted(Figure given) {
        if (given.isBad()) {
            throw new Rejected(
                    given.given().column(),
                    given.problem(),
                    shortened(given.given().text()));
        }
        if (given.unsure()) {
            warn(given, "point-as-decimal", given.given().text());
        }
        return given.isNumber();
    }

    private BigDecimal rounded(Figure given, int decimals, String problem) {
        BigDecimal value = given.value();
        if (value.signum() == 0 || value.stripTrailingZeros().scale() <= decimals) {
            return value;
        }
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        warn(given, problem, shortened(given.given().text()), rounded.toPlainString());
        return rounded;
    }

    private static <T> T fitting(Figure given, Supplier<T> value) {
        try {
            return value.get();
        } catch (ArithmeticException e) {
            throw new Rejected(
                    given.given().column(),
                    "number-too-large",
                    shortened(given.given().text()));
        }
    }

    /** The document's own amount against ours: rows are rounded half up to öre, some documents round to kronor. */
    private void compare(BillRow row) {
        Figure given = fields.amount();
        if (given.isBlank()) {
            return;
        }
        if (given.isBad()) {
            remarkOnUnreadable(row, given);
            return;
        }
        if (row.amount() == null) {
            if (!given.isNothing() && given.isNumber()) {
                warn(given, "amount-not-derivable", given.given().text());
            }
            return;
        }
        if (given.isDash()) {
            warn(given, "amount-differs", given.given().text(), row.amount().toString());
            return;
        }
        BigDecimal stated = given.value().setScale(2, RoundingMode.HALF_UP);
        BigDecimal difference = stated.subtract(row.amount().value()).abs();
        boolean wholeKronor = stated.stripTrailingZeros().scale() <= 0;
        if (difference.signum() != 0) {
            boolean onlyRounding = wholeKronor && difference.compareTo(BigDecimal.ONE) < 0;
            say(
                    onlyRounding ? Severity.INFO : Severity.WARNING,
                    given.given().column(),
                    onlyRounding ? "amount-in-kronor" : "amount-differs",
                    stated.toPlainString(),
                    row.amount().toString());
        }
    }

    private void remarkOnUnreadable(BillRow row, Figure given) {
        if (!given.isNotStored()) {
            warn(given, "amount-unreadable", shortened(given.given().text()));
        } else if (row.amount() == null && row.rate() != null) {
            warn(given, "formula-without-value");
        }
    }

    private void remarkOnGaps(BillRow row) {
        if (row.kind().work() && fields.text().isEmpty()) {
            say(Severity.WARNING, columns.place(Column.TEXT), "text-missing");
        }
        if (row.kind() == RowKind.ITEM && row.quantity() == null) {
            say(Severity.WARNING, columns.place(Column.QUANTITY), "quantity-missing");
        }
        boolean needsUnit = row.kind() == RowKind.ITEM || row.kind() == RowKind.RATE_ONLY;
        if (needsUnit && row.unit() == null && columns.has(Column.UNIT)) {
            say(Severity.WARNING, columns.place(Column.UNIT), "unit-missing");
        }
        if (row.kind() == RowKind.ITEM && fields.rate().isDash()) {
            say(Severity.WARNING, columns.place(Column.RATE), "dash-as-no-price");
        }
        boolean loneDash = !row.kind().work()
                && (fields.quantity().isDash()
                        || fields.rate().isDash()
                        || fields.amount().isDash());
        if (loneDash) {
            say(Severity.INFO, columns.place(Column.TEXT), "dash-without-meaning");
        }
    }

    private void warn(Figure at, String problem, String... params) {
        say(Severity.WARNING, at.given().column(), problem, params);
    }

    private void say(Severity severity, int column, String problem, String... params) {
        problems.add(severity, sheet, fields.row(), column, problem, params);
    }

    static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    /** Carries the reason out of the reading; never leaves this class. */
    @SuppressWarnings("serial")
    private static final class Rejected extends RuntimeException {
        private final int column;
        private final String[] params;

        Rejected(int column, String problem, String... params) {
            super(problem, null, false, false);
            this.column = column;
            this.params = params;
        }
    }
}
