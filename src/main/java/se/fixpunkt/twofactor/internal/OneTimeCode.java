package se.fixpunkt.twofactor.internal;

import java.security.SecureRandom;
import java.util.Locale;

/** Eight decimal digits from a cryptographic generator, so that five tries hit once in twenty million. */
final class OneTimeCode {
    static final int DIGITS = 8;
    private static final int CODES = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    static String next() {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", RANDOM.nextInt(CODES));
    }

    /** The digits of what somebody typed or pasted; at most as many as could matter. */
    static String digitsOf(String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder digits = new StringBuilder(DIGITS);
        typed.codePoints()
                .filter(Character::isDigit)
                .limit(DIGITS + 1L)
                .map(Character::getNumericValue)
                .forEach(digits::append);
        return digits.toString();
    }
}
