package se.fixpunkt.shared.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.Resource;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How numbers and times are written, as functions of pages ({@code fp:amount}). Numbers look the same in both
 * languages, as in Swedish bills: no-break space between thousands, comma before decimals. So a number never changes
 * its meaning with the language.
 */
public final class Formats {
    /** The clock on the wall of those who read. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final char SPACE = '\u00a0';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

    private Formats() {}

    /** {@code 12 345,50}: at least two decimals, never fewer than there are; a dash for nothing. */
    public static String amount(Object value) {
        if (value == null) {
            return "–";
        }
        BigDecimal number = number(value);
        return grouped(number.scale() < 2 ? number.setScale(2, RoundingMode.UNNECESSARY) : number);
    }

    /** {@code 3 717,5}: the decimals that there are; a dash for nothing. */
    public static String quantity(Object value) {
        return value == null ? "–" : grouped(number(value));
    }

    /** {@code 1 842}. */
    public static String count(Number value) {
        return value == null ? "–" : grouped(new BigDecimal(value.toString()));
    }

    /** {@code 90 s}, {@code 3 min}, {@code 25 h}, {@code 7 d}: the largest unit that leaves nothing over; a dash for nothing. */
    public static String interval(Number seconds) {
        if (seconds == null) {
            return "–";
        }
        long all = seconds.longValue();
        if (all % 86_400 == 0) {
            return count(all / 86_400) + SPACE + "d";
        }
        if (all % 3_600 == 0) {
            return count(all / 3_600) + SPACE + "h";
        }
        return all % 60 == 0 ? count(all / 60) + SPACE + "min" : count(all) + SPACE + "s";
    }

    /** {@code 2026-01-05 14.02}, Swedish time. */
    public static String moment(Instant instant) {
        return moment(instant, language());
    }

    /** {@code 2026-01-05}, Swedish time. */
    public static String date(Instant instant) {
        return instant == null ? "–" : DATE.format(instant.atZone(ZONE));
    }

    /** {@code 14.02.31}, Swedish time. */
    public static String clock(Instant instant) {
        return clock(instant, language());
    }

    /** {@code 1,4 MB} of a number of bytes. */
    public static String size(Number bytes) {
        BigDecimal rest = new BigDecimal(bytes.toString());
        BigDecimal thousand = BigDecimal.valueOf(1000);
        String unit = "B";
        for (String next : new String[] {"kB", "MB", "GB"}) {
            if (rest.compareTo(thousand) >= 0) {
                rest = rest.divide(thousand, 1, RoundingMode.HALF_UP);
                unit = next;
            }
        }
        return grouped(rest) + SPACE + unit;
    }

    /** {@code IS} of {@code Ida Sund}: the first and the last name's. */
    public static String initials(String name) {
        if (name == null || name.isBlank()) {
            return "";
        }
        String[] parts = name.strip().split("[\\s@.]+");
        return Arrays.stream(parts.length > 1 ? new String[] {parts[0], parts[parts.length - 1]} : parts)
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** Where an icon of the sprite is; with an empty name, where the sprite is. */
    public static String iconUrl(String name) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Resource sprite = faces.getApplication().getResourceHandler().createResource("icons/icons.svg");
        String url = faces.getExternalContext().encodeResourceURL(sprite.getRequestPath());
        return name.isEmpty() ? url : url + "#" + name;
    }

    /** The colour class of a message: red for an error, amber for a warning, green for information. */
    public static String severity(FacesMessage message) {
        int ordinal = message.getSeverity().getOrdinal();
        return ordinal >= FacesMessage.SEVERITY_ERROR.getOrdinal()
                ? "red"
                : ordinal == FacesMessage.SEVERITY_WARN.getOrdinal() ? "amber" : "green";
    }

    static String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", String.valueOf(SPACE));
        return (number.signum() < 0 ? "\u2212" : "") + grouped + (point < 0 ? "" : "," + plain.substring(point + 1));
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }

    static String moment(Instant instant, Locale language) {
        return instant == null ? "–" : date(instant) + " " + time(instant, language, "HH.mm");
    }

    static String clock(Instant instant, Locale language) {
        return instant == null ? "–" : time(instant, language, "HH.mm.ss");
    }

    private static String time(Instant instant, Locale language, String swedish) {
        String pattern = "en".equals(language.getLanguage()) ? swedish.replace('.', ':') : swedish;
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(instant.atZone(ZONE));
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
