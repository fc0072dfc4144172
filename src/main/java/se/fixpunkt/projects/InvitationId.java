package se.fixpunkt.projects;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** An invitation to one project. */
public record InvitationId(UUID value) {
    public InvitationId {
        Objects.requireNonNull(value);
    }

    public static InvitationId next() {
        return new InvitationId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
