package se.fixpunkt.projects.faces;

import java.util.UUID;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.NotFound;

/** The id in a page's address. What is no id is not found, like an id that nobody has. */
final class PageId {
    private PageId() {}

    static ProjectId project(String text) {
        try {
            return new ProjectId(UUID.fromString(text == null ? "" : text));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
