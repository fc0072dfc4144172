package se.fixpunkt.bills.domain;

import java.util.Objects;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/**
 * One row of a bill, whole and consistent for its kind:
 *
 * <ul>
 *   <li>heading, remark: no unit and no numbers;
 *   <li>item: {@code amount = round(quantity × rate)} when both are known, otherwise no amount;
 *   <li>option, alternative, provisional: as an item, or an amount alone;
 *   <li>lump sum: no quantity and no rate;
 *   <li>included elsewhere: neither rate nor amount;
 *   <li>rate only: the quantity is zero and there is no amount.
 * </ul>
 *
 * <p>A row has a code or a text or both, and a rate is never negative. Texts are kept as {@link CleanText}.
 *
 * @param depth how far in, 0 is outermost
 * @param code null when there is none
 * @param text never null; may have several lines
 * @param unit null when there is none or only dashes, e.g. {@code m3}
 */
public record BillRow(
        int depth, RowKind kind, Code code, String text, String unit, Quantity quantity, UnitRate rate, Amount amount) {
    public static final int MAX_DEPTH = 100;
    public static final int MAX_TEXT = 16_000;
    public static final int MAX_UNIT = 32;

    public BillRow {
        Objects.requireNonNull(kind, "kind");
        text = CleanText.of(text);
        unit = unit == null ? null : unitOrNone(CleanText.line(unit));
        check(depth >= 0 && depth <= MAX_DEPTH, "depth");
        check(text.length() <= MAX_TEXT, "text");
        check(code != null || !text.isEmpty(), "neither code nor text");
        check(unit == null || unit.length() <= MAX_UNIT, "unit");
        check(rate == null || rate.value().signum() >= 0, "negative rate");
        switch (kind) {
            case HEADING, REMARK ->
                check(unit == null && quantity == null && rate == null && amount == null, "a text has no numbers");
            case ITEM -> check(Objects.equals(amount, product(quantity, rate)), "amount is not quantity × rate");
            case OPTION, ALTERNATIVE, PROVISIONAL ->
                check(
                        (quantity == null && rate == null) || Objects.equals(amount, product(quantity, rate)),
                        "amount is not quantity × rate");
            case LUMP_SUM -> check(quantity == null && rate == null, "a lump sum has only an amount");
            case INCLUDED_ELSEWHERE -> check(rate == null && amount == null, "included elsewhere has no price");
            case RATE_ONLY ->
                check(
                        quantity != null && quantity.isZero() && amount == null,
                        "rate only has quantity 0 and no amount");
        }
    }

    public static BillRow heading(int depth, Code code, String text) {
        return new BillRow(depth, RowKind.HEADING, code, text, null, null, null, null);
    }

    public static BillRow remark(int depth, Code code, String text) {
        return new BillRow(depth, RowKind.REMARK, code, text, null, null, null, null);
    }

    /** An item, option, alternative or provisional row; the amount is worked out. */
    public static BillRow measured(
            int depth, RowKind kind, Code code, String text, String unit, Quantity quantity, UnitRate rate) {
        return new BillRow(depth, kind, code, text, unit, quantity, rate, product(quantity, rate));
    }

    public static BillRow item(int depth, Code code, String text, String unit, Quantity quantity, UnitRate rate) {
        return measured(depth, RowKind.ITEM, code, text, unit, quantity, rate);
    }

    public static BillRow lumpSum(int depth, Code code, String text, Amount amount) {
        return new BillRow(depth, RowKind.LUMP_SUM, code, text, null, null, null, amount);
    }

    public static BillRow includedElsewhere(int depth, Code code, String text) {
        return new BillRow(depth, RowKind.INCLUDED_ELSEWHERE, code, text, null, null, null, null);
    }

    public static BillRow rateOnly(int depth, Code code, String text, String unit, UnitRate rate) {
        return new BillRow(depth, RowKind.RATE_ONLY, code, text, unit, Quantity.ZERO, rate, null);
    }

    /** What the row adds to a total: its amount if its kind counts and it has one, otherwise zero. */
    public Amount counted() {
        return kind.counts() && amount != null ? amount : Amount.ZERO;
    }

    private static Amount product(Quantity quantity, UnitRate rate) {
        return quantity == null || rate == null ? null : rate.times(quantity);
    }

    private static String unitOrNone(String unit) {
        return unit.isEmpty() || Dashes.count(unit) > 0 ? null : unit;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
