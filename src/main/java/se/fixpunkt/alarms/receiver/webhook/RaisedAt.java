package se.fixpunkt.alarms.receiver.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.shared.InvalidValue;

/**
 * When a sender says that it happened: RFC 3339, and what programs write in its place. Java leaves out seconds that are zero;
 * others write the offset without its colon or its minutes, and a blank for the {@code T}.
 */
final class RaisedAt {
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2})(:60)?(.*)");
    /** RFC 3339 allows as many decimals as somebody likes; these are lost. */
    private static final Pattern BELOW_NANOSECONDS = Pattern.compile("(?<=\\.[0-9]{9})[0-9]+");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .parseCaseInsensitive()
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private static final int LAST_SECOND_OF_A_DAY = 24 * 60 * 60 - 1;

    private RaisedAt() {}

    /**
     * A leap second, which comes at the end of a day in UTC (RFC 3339, 5.7), is read as the one before it.
     *
     * @throws InvalidValue that names the field
     */
    static Instant read(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            throw malformed();
        }
        boolean leap = time.group(3) != null;
        String rest = BELOW_NANOSECONDS.matcher(time.group(4)).replaceFirst("");
        String plain = time.group(1) + "T" + time.group(2) + (leap ? ":59" : "") + rest;
        try {
            OffsetDateTime read = OffsetDateTime.parse(plain, FORM).withOffsetSameInstant(ZoneOffset.UTC);
            if (leap && read.toLocalTime().toSecondOfDay() != LAST_SECOND_OF_A_DAY) {
                throw malformed();
            }
            return read.toInstant();
        } catch (DateTimeException notATime) {
            throw malformed();
        }
    }

    private static InvalidValue malformed() {
        return new InvalidValue("at", "malformed");
    }
}
