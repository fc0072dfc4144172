package se.fixpunkt.shared;

import java.math.BigDecimal;

/** How much, in the row's unit: at most six decimals, kept exactly as given, at most 13 digits before the point. */
public record Quantity(BigDecimal value) {
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        value = Decimals.atMost(value, 6, 13);
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Plain digits with a point and no padding, as in the contract: {@code 3717.5}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
