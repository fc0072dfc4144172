package se.fixpunkt.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Turns a time into a bound among time-ordered ids (RFC 9562 §5.7: the first 48 bits are milliseconds). */
final class IdRange {
    /** Ids and times come from clocks of several nodes. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private IdRange() {}

    /** Not greater than any id made at that time or later, on a node whose clock is at most a minute off. */
    static UUID from(Instant time) {
        return lowest(time.minus(SKEW));
    }

    /** Greater than any id made before that time, on a node whose clock is at most a minute off. */
    static UUID to(Instant time) {
        return lowest(time.plus(SKEW));
    }

    /** The lowest id of that millisecond. */
    static UUID lowest(Instant time) {
        long millis = Math.max(0, Math.min(time.toEpochMilli(), 0xFFFFFFFFFFFFL));
        return new UUID((millis << 16) | 0x7000L, 0x8000000000000000L);
    }

    /** When an id was made. */
    static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
