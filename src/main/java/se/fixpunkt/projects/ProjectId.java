package se.fixpunkt.projects;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A construction project. */
public record ProjectId(UUID value) {
    public ProjectId {
        Objects.requireNonNull(value);
    }

    public static ProjectId next() {
        return new ProjectId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
