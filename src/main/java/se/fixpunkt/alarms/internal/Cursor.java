package se.fixpunkt.alarms.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import se.fixpunkt.shared.InvalidValue;

/**
 * Where a page ended: the values that the list is ordered by, opaque to the caller.
 *
 * @param priority of the last alarm in the queue; 0 in lists that are ordered by time alone
 */
record Cursor(int priority, Instant at, UUID id) {

    String write() {
        String plain = priority + "|" + at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what {@link #write} wrote; null for null or empty. */
    static Cursor read(String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII).split("\\|", -1);
            if (parts.length == 3) {
                return new Cursor(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            // Falls through: the same refusal as for the wrong number of parts.
        }
        throw new InvalidValue("after", "malformed");
    }
}
