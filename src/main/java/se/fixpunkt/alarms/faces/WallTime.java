package se.fixpunkt.alarms.faces;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.faces.Formats;

/** Moments as a date and time field has them, on the clock on the wall. */
final class WallTime {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private WallTime() {}

    static String write(Instant at) {
        return at == null ? "" : FIELD.format(at.atZone(Formats.ZONE));
    }

    /**
     * The end of a time. Of an hour that comes twice it is the later, as the end of a search is in {@code alarms-conversation.js}.
     * The epoch for an empty field, which takes the value away.
     */
    static Instant read(String field, String written) {
        if (written == null || written.isBlank()) {
            return Instant.EPOCH;
        }
        try {
            return LocalDateTime.parse(written.strip())
                    .atZone(Formats.ZONE)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
        } catch (DateTimeParseException nonsense) {
            throw new InvalidValue(field, "malformed");
        }
    }
}
