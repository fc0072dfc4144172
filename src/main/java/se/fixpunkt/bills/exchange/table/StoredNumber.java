package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as a spreadsheet program stores it: a binary fraction written with up to 17 digits. Beyond 15 significant
 * digits there is only binary noise, so {@code 6.6600000000000001} is 6.66.
 */
public final class StoredNumber {
    private static final MathContext SIGNIFICANT = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_LENGTH = 60;
    private static final int MAX_DIGITS = 30;

    private StoredNumber() {}

    /** @throws NotANumber when it is none, infinite, or far larger than anything in a bill */
    public static BigDecimal parse(String stored) {
        if (stored.length() > MAX_LENGTH) {
            throw new NotANumber("number-malformed");
        }
        BigDecimal exact = exact(stored);
        if (exact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long integerDigits = (long) exact.precision() - exact.scale();
        if (integerDigits > MAX_DIGITS) {
            throw new NotANumber("number-too-large");
        }
        if (integerDigits < -MAX_DIGITS) {
            return BigDecimal.ZERO;
        }
        BigDecimal clean = exact.precision() > SIGNIFICANT.getPrecision() ? exact.round(SIGNIFICANT) : exact;
        BigDecimal stripped = clean.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal exact(String stored) {
        try {
            return new BigDecimal(stored);
        } catch (NumberFormatException e) {
            throw new NotANumber("number-malformed");
        }
    }
}
