package se.fixpunkt.alarms.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Communication.Span;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;

/** Reads what comes in addresses and headers. */
final class Given {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    private Given() {}

    /** The id in a path; what is no id names nothing that exists. */
    static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException nonsense) {
            throw new NotFound();
        }
    }

    /** A time by RFC 3339; null for null or empty. */
    static Instant time(String field, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            // A plus sign that nobody escaped arrives as a blank.
            return OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException nonsense) {
            throw new InvalidValue(field, "malformed");
        }
    }

    /** A part of a conversation. */
    static Span span(String from, String to, boolean newest) {
        return new Span(time("from", from), time("to", to), newest);
    }

    /** The version in an {@code If-Match}; null when there is none or it is {@code *}. */
    static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        var matcher = ETAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new InvalidValue("If-Match", "malformed");
        }
        return Long.valueOf(matcher.group(1));
    }

    /** The body; refuses a request without one. */
    static <T> T body(T body) {
        if (body == null) {
            throw new InvalidValue("body", "required");
        }
        return body;
    }
}
