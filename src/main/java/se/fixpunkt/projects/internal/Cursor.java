package se.fixpunkt.projects.internal;

import java.util.UUID;
import se.fixpunkt.shared.InvalidValue;

/** Where a page begins, from what the caller sent back. */
final class Cursor {
    /** Greater than every id. */
    private static final UUID BEYOND = new UUID(-1L, -1L);

    private static final UUID BEFORE_ALL = new UUID(0L, 0L);

    private Cursor() {}

    static UUID descending(String after) {
        return parsed(after, BEYOND);
    }

    static UUID ascending(String after) {
        return parsed(after, BEFORE_ALL);
    }

    private static UUID parsed(String after, UUID start) {
        if (after == null || after.isEmpty()) {
            return start;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("after", "malformed");
        }
    }
}
