package se.fixpunkt.alarms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import se.fixpunkt.shared.InvalidValue;

/** Degrees of a position as people write and programs reckon them. */
public final class Degrees {
    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d{1,3}([.,]\\d{1,20})?");

    private Degrees() {}

    /**
     * The degrees to as many decimals as a record keeps. Whoever converts a position gets {@code 18.068580800000063}; the eighth
     * decimal is about a millimetre.
     *
     * @param field the field's name in the contract
     * @throws InvalidValue when it is no number of degrees
     */
    public static BigDecimal read(String field, String written) {
        String bare = written.strip();
        if (!WRITTEN.matcher(bare).matches()) {
            throw new InvalidValue(field, "malformed");
        }
        BigDecimal degrees = new BigDecimal(bare.replace(',', '.'));
        return degrees.scale() > DeviceRecord.DECIMALS
                ? degrees.setScale(DeviceRecord.DECIMALS, RoundingMode.HALF_EVEN)
                : degrees;
    }
}
