package se.fixpunkt.bills.faces;

import java.util.UUID;
import java.util.function.Function;
import se.fixpunkt.shared.NotFound;

/** Ids as they stand in a page's address. What is no id is not found, like an id that nobody has. */
final class PageId {
    private PageId() {}

    static <T> T of(String text, Function<UUID, T> id) {
        try {
            return id.apply(UUID.fromString(text == null ? "" : text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
