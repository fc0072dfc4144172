package se.fixpunkt.bills.rest;

import java.util.UUID;
import java.util.function.Function;
import se.fixpunkt.shared.NotFound;

/** Ids as they stand in a path. What is no id is not found, like an id that nobody has. */
final class PathId {
    private PathId() {}

    static <T> T of(String text, Function<UUID, T> id) {
        try {
            return id.apply(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
