package se.fixpunkt.alarms.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device says that it is, in degrees, WGS 84, north and east positive, with six decimals: a tenth of a metre.
 */
public record Position(BigDecimal latitude, BigDecimal longitude) {
    private static final int DECIMALS = 6;
    private static final BigDecimal NORTHERNMOST = BigDecimal.valueOf(90);
    private static final BigDecimal EASTERNMOST = BigDecimal.valueOf(180);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final Pattern DEGREES = Pattern.compile("([+-]?[0-9]{1,3}(?:[.][0-9]{1,12})?)\\s*([NSEWnsew]?)");
    /** {@code 059N19.8765}, as DC-09 writes. */
    private static final Pattern DEGREES_AND_MINUTES =
            Pattern.compile("([0-9]{1,3})\\s*([NSEWnsew])\\s*([0-9]{1,2}(?:[.][0-9]{1,12})?)");
    /** {@code 5919.8765} and {@code N}, as satellite receivers write. */
    private static final Pattern RUN_TOGETHER = Pattern.compile("([0-9]{1,3})([0-9]{2}(?:[.][0-9]{1,12})?)");

    private static final Pattern GEO =
            Pattern.compile("(?i)(?:geo:)?\\s*([+-]?[0-9.]{1,16})\\s*,\\s*([+-]?[0-9.]{1,16})(?:[,;].*)?");

    public Position {
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        if (latitude.abs().compareTo(NORTHERNMOST) > 0 || longitude.abs().compareTo(EASTERNMOST) > 0) {
            throw new IllegalArgumentException("position");
        }
    }

    /** From two texts, each degrees or degrees and minutes; empty when they are no place on Earth. */
    public static Optional<Position> of(String latitude, String longitude) {
        return degrees(latitude).flatMap(north -> degrees(longitude).flatMap(east -> of(north, east)));
    }

    /** From a {@code geo:} address, RFC 5870, also without its name. */
    public static Optional<Position> ofGeo(String text) {
        Matcher geo = GEO.matcher(text.strip());
        return geo.matches() ? of(geo.group(1), geo.group(2)) : Optional.empty();
    }

    /** From a sentence GGA of NMEA 0183, with or without its beginning. */
    public static Optional<Position> ofGga(String sentence) {
        String[] parts = sentence.strip().split(",", -1);
        for (int i = 0; i + 3 < parts.length; i++) {
            if (parts[i + 1].matches("[NSns]") && parts[i + 3].matches("[EWew]")) {
                Optional<BigDecimal> north = together(parts[i], parts[i + 1]);
                Optional<BigDecimal> east = together(parts[i + 2], parts[i + 3]);
                return north.isPresent() && east.isPresent() ? of(north.get(), east.get()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Position> of(BigDecimal latitude, BigDecimal longitude) {
        try {
            return Optional.of(new Position(latitude, longitude));
        } catch (IllegalArgumentException notOnEarth) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> degrees(String text) {
        Matcher both = DEGREES_AND_MINUTES.matcher(text.strip());
        if (both.matches()) {
            return Optional.of(degrees(both.group(1), both.group(3), both.group(2)));
        }
        Matcher degrees = DEGREES.matcher(text.strip());
        return degrees.matches()
                ? Optional.of(towards(new BigDecimal(degrees.group(1)), degrees.group(2)))
                : Optional.empty();
    }

    private static Optional<BigDecimal> together(String text, String direction) {
        Matcher shape = RUN_TOGETHER.matcher(text.strip());
        return shape.matches() ? Optional.of(degrees(shape.group(1), shape.group(2), direction)) : Optional.empty();
    }

    private static BigDecimal degrees(String degrees, String minutes, String direction) {
        BigDecimal part = new BigDecimal(minutes).divide(MINUTES, DECIMALS + 2, RoundingMode.HALF_EVEN);
        return towards(new BigDecimal(degrees).add(part), direction);
    }

    private static BigDecimal towards(BigDecimal degrees, String direction) {
        return direction.matches("[SWsw]") ? degrees.negate() : degrees;
    }

    /** As maps take it. */
    @Override
    public String toString() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
