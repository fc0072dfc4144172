package se.fixpunkt.signin;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A session or token as its owner sees it in lists; it signs nobody in. */
public record SessionId(UUID value) {
    public SessionId {
        Objects.requireNonNull(value);
    }

    public static SessionId next() {
        return new SessionId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
