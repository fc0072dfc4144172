package se.fixpunkt.bills.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.bills.RowChange;
import se.fixpunkt.bills.RowField;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** A row with a change made to it, or the refusal that names the field. */
final class RowEdit {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final BillRow row;
    private final RowChange change;

    private RowEdit(BillRow row, RowChange change) {
        this.row = row;
        this.change = change;
    }

    static BillRow apply(BillRow row, RowChange change) {
        return new RowEdit(row, change).changed();
    }

    private BillRow changed() {
        change.values().keySet().forEach(this::requirePossible);
        String text = changes(RowField.TEXT) ? text() : row.text();
        String unit = changes(RowField.UNIT) ? unit() : row.unit();
        Quantity quantity = changes(RowField.QUANTITY) ? quantity() : row.quantity();
        UnitRate rate = changes(RowField.UNIT_RATE) ? rate() : row.rate();
        boolean repriced = changes(RowField.QUANTITY) || changes(RowField.UNIT_RATE);
        if (row.kind().measured() && repriced) {
            return measured(text, unit, quantity, rate);
        }
        Amount amount = changes(RowField.AMOUNT) ? amount() : row.amount();
        return new BillRow(row.depth(), row.kind(), row.code(), text, unit, quantity, rate, amount);
    }

    private BillRow measured(String text, String unit, Quantity quantity, UnitRate rate) {
        try {
            return BillRow.measured(row.depth(), row.kind(), row.code(), text, unit, quantity, rate);
        } catch (ArithmeticException tooLarge) {
            throw invalid(changes(RowField.UNIT_RATE) ? RowField.UNIT_RATE : RowField.QUANTITY, "amount-too-large");
        }
    }

    private void requirePossible(RowField field) {
        RowKind kind = row.kind();
        boolean possible =
                switch (field) {
                    case TEXT -> true;
                    case UNIT -> kind.measured() || kind == RowKind.RATE_ONLY;
                    case QUANTITY -> kind.measured();
                    case UNIT_RATE -> kind.measured() || kind == RowKind.RATE_ONLY;
                    case AMOUNT -> kind == RowKind.LUMP_SUM;
                };
        if (!possible) {
            throw invalid(field, "not-for-this-kind");
        }
    }

    private String text() {
        String text = given(RowField.TEXT).orElse("").strip();
        if (text.isEmpty() && row.code() == null) {
            throw invalid(RowField.TEXT, "required");
        }
        if (text.length() > BillRow.MAX_TEXT) {
            throw invalid(RowField.TEXT, "too-long");
        }
        return text;
    }

    private String unit() {
        String unit = given(RowField.UNIT).orElse("").strip();
        if (unit.length() > BillRow.MAX_UNIT) {
            throw invalid(RowField.UNIT, "too-long");
        }
        return unit.isEmpty() ? null : unit;
    }

    private Quantity quantity() {
        BigDecimal number = number(RowField.QUANTITY);
        try {
            return number == null ? null : new Quantity(number);
        } catch (ArithmeticException unfit) {
            throw invalid(RowField.QUANTITY, "too-precise-or-large");
        }
    }

    private UnitRate rate() {
        BigDecimal number = number(RowField.UNIT_RATE);
        if (number != null && number.signum() < 0) {
            throw invalid(RowField.UNIT_RATE, "negative");
        }
        try {
            return number == null ? null : new UnitRate(number);
        } catch (ArithmeticException unfit) {
            throw invalid(RowField.UNIT_RATE, "too-precise-or-large");
        }
    }

    private Amount amount() {
        BigDecimal number = number(RowField.AMOUNT);
        try {
            return number == null ? null : new Amount(number);
        } catch (ArithmeticException unfit) {
            throw invalid(RowField.AMOUNT, "too-precise-or-large");
        }
    }

    private BigDecimal number(RowField field) {
        Optional<String> given = given(field);
        if (given.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(given.get()).matches()) {
            throw invalid(field, "malformed");
        }
        return new BigDecimal(given.get());
    }

    private boolean changes(RowField field) {
        return change.values().containsKey(field);
    }

    private Optional<String> given(RowField field) {
        return change.values().get(field).filter(value -> !value.isEmpty());
    }

    private static InvalidValue invalid(RowField field, String reason) {
        return new InvalidValue(field.contractName(), reason);
    }
}
