package se.fixpunkt.bills.internal;

import java.math.BigDecimal;

/** A decimal beside the scale that it was given with, so that 118.00 comes back as 118.00. */
final class Kept {
    private Kept() {}

    static Integer scale(BigDecimal given) {
        return given == null ? null : Math.max(0, given.scale());
    }

    /** @param stored with the column's own scale, or null */
    static BigDecimal asGiven(BigDecimal stored, int scale) {
        return stored == null ? null : stored.setScale(scale);
    }
}
