package se.fixpunkt.shared;

import java.math.BigDecimal;

/** The limits that money and quantities share. */
final class Decimals {
    private Decimals() {}

    /** The value with exactly that many decimals; refuses one that would have to be rounded or is too large. */
    static BigDecimal exact(BigDecimal value, int decimals, int integerDigits) {
        return fitting(value, decimals, integerDigits).setScale(decimals);
    }

    /** The value as given, without an exponent; refuses more decimals than allowed or too large a value. */
    static BigDecimal atMost(BigDecimal value, int decimals, int integerDigits) {
        BigDecimal fitting = fitting(value, decimals, integerDigits);
        return fitting.scale() > decimals ? fitting.setScale(decimals) : fitting;
    }

    private static BigDecimal fitting(BigDecimal value, int decimals, int integerDigits) {
        BigDecimal plain = value.scale() < 0 ? bounded(value, integerDigits).setScale(0) : value;
        BigDecimal stripped = plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros();
        if (stripped.scale() > decimals) {
            throw new ArithmeticException("more than " + decimals + " decimals: " + plain);
        }
        return bounded(plain, integerDigits);
    }

    private static BigDecimal bounded(BigDecimal value, int integerDigits) {
        if ((long) value.precision() - value.scale() > integerDigits) {
            throw new ArithmeticException("more than " + integerDigits + " digits before the point");
        }
        return value;
    }
}
