package se.fixpunkt.shared;

import java.math.BigDecimal;

/** Price per unit in the bill's currency: at most four decimals, at most 12 digits before the point. */
public record UnitRate(BigDecimal value) {
    public UnitRate {
        value = Decimals.atMost(value, 4, 12);
    }

    /** The row's amount: the exact product, rounded half up to two decimals. */
    public Amount times(Quantity quantity) {
        return Amount.rounded(value.multiply(quantity.value()));
    }

    /** Plain digits with a point, as in the contract: {@code 118.00}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
