package se.fixpunkt.shared;

import java.util.Objects;
import java.util.UUID;

/** A person who can sign in. It lives here because every context speaks of people. */
public record PersonId(UUID value) {
    public PersonId {
        Objects.requireNonNull(value);
    }

    public static PersonId next() {
        return new PersonId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
