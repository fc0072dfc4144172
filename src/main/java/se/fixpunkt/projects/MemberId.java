package se.fixpunkt.projects;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** Somebody's membership of one project. */
public record MemberId(UUID value) {
    public MemberId {
        Objects.requireNonNull(value);
    }

    public static MemberId next() {
        return new MemberId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
