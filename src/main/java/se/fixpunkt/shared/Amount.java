package se.fixpunkt.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money in the bill's currency, exactly two decimals, at most 16 digits before the point. */
public record Amount(BigDecimal value) implements Comparable<Amount> {
    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    public Amount {
        value = Decimals.exact(value, 2, 16);
    }

    /** Rounds half up to two decimals: the declared rounding of a row. */
    public static Amount rounded(BigDecimal exact) {
        return new Amount(exact.setScale(2, RoundingMode.HALF_UP));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    /** Plain digits with a point, as in the contract: {@code 1234.50}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
