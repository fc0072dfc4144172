package se.fixpunkt.alarms.receiver.sosaccess;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Position;

/**
 * The protocol's two ways to say where: {@code N5919765E01804112}, degrees and minutes with decimals of minutes run
 * together, and {@code x6580822y1628293}, metres in RT 90. What is neither is shown as it came: a wrong place would be worse
 * than none. The documentation's own example, {@code E597295E0176288}, has 72 minutes and is neither.
 */
final class Coordinates {
    private static final Pattern DEGREES = Pattern.compile(
            "([NS])\\s*(\\d{2})\\s*([0-5]\\d)[., ]?(\\d{1,4})\\s*([EW])\\s*(\\d{3})\\s*([0-5]\\d)[., ]?(\\d{1,4})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern METRES = Pattern.compile("x\\s*(\\d{7})\\s*y\\s*(\\d{7})", Pattern.CASE_INSENSITIVE);

    private Coordinates() {}

    static Optional<Position> position(String written) {
        Matcher degrees = DEGREES.matcher(written);
        if (degrees.matches()) {
            return Position.of(
                    degrees.group(2) + degrees.group(1) + degrees.group(3) + "." + degrees.group(4),
                    degrees.group(6) + degrees.group(5) + degrees.group(7) + "." + degrees.group(8));
        }
        Matcher metres = METRES.matcher(written);
        return metres.matches()
                ? Rt90.position(Integer.parseInt(metres.group(1)), Integer.parseInt(metres.group(2)))
                : Optional.empty();
    }
}
