package se.fixpunkt.bills.exchange.table;

import se.fixpunkt.bills.domain.RowKind;

/** What a row of a workbook is, judged by which of its cells are filled, dashed or zero. */
final class RowKinds {
    private RowKinds() {}

    static RowKind of(Fields fields) {
        boolean measured = fields.quantity().isBad()
                || (fields.quantity().isNumber() && !fields.quantity().isZero());
        if (measured) {
            return ofMeasured(fields);
        }
        if (mostDashes(fields) >= 4) {
            return RowKind.INCLUDED_ELSEWHERE;
        }
        boolean priced = !fields.rate().isNothing() && !fields.rate().isDash();
        if (priced) {
            return ofPricedOnly(fields);
        }
        return fields.amount().isDash() ? ofDashedAmount(fields) : ofAmountOrNothing(fields);
    }

    /** Whether a lump sum says so with dashes, as it should. */
    static boolean isDashed(Fields fields) {
        return fields.unitDashes() > 0
                || fields.quantity().isDash()
                || fields.rate().isDash();
    }

    private static RowKind ofMeasured(Fields fields) {
        if (mostDashes(fields) >= 4) {
            return RowKind.INCLUDED_ELSEWHERE;
        }
        boolean amountAlone = fields.rate().isDash()
                && fields.amount().isNumber()
                && !fields.amount().isZero();
        return amountAlone ? RowKind.LUMP_SUM : RowKind.ITEM;
    }

    private static RowKind ofPricedOnly(Fields fields) {
        boolean asked = fields.quantity().isZero()
                || fields.quantity().isDash()
                || fields.amount().isDash();
        return asked ? RowKind.RATE_ONLY : RowKind.ITEM;
    }

    private static RowKind ofDashedAmount(Fields fields) {
        boolean unit = fields.unit() != null;
        int dashed = dashed(fields.quantity()) + dashed(fields.rate()) + (fields.unitDashes() > 0 ? 1 : 0);
        if (dashed >= 2) {
            return RowKind.INCLUDED_ELSEWHERE;
        }
        if (unit || fields.quantity().isZero()) {
            return RowKind.RATE_ONLY;
        }
        return mostDashes(fields) == 3 ? RowKind.LUMP_SUM : text(fields);
    }

    private static RowKind ofAmountOrNothing(Fields fields) {
        boolean unit = fields.unit() != null;
        boolean amount = !fields.amount().isNothing();
        int dashed = dashed(fields.quantity()) + dashed(fields.rate()) + (fields.unitDashes() > 0 ? 1 : 0);
        if (mostDashes(fields) == 3 || dashed >= 2) {
            return RowKind.LUMP_SUM;
        }
        if (unit && fields.quantity().isZero()) {
            return RowKind.RATE_ONLY;
        }
        if (amount) {
            return RowKind.LUMP_SUM;
        }
        if (unit) {
            return fields.quantity().isDash() ? RowKind.RATE_ONLY : RowKind.ITEM;
        }
        return text(fields);
    }

    private static RowKind text(Fields fields) {
        return fields.code().isEmpty() ? RowKind.REMARK : RowKind.HEADING;
    }

    private static int dashed(Figure figure) {
        return figure.isDash() ? 1 : 0;
    }

    private static int mostDashes(Fields fields) {
        int figures = Math.max(fields.quantity().dashes(), fields.rate().dashes());
        return Math.max(Math.max(figures, fields.amount().dashes()), fields.unitDashes());
    }
}
