package se.fixpunkt.shared;

import java.util.Objects;
import java.util.UUID;

/** An organisation: a client, a contractor, a receiving centre. It owns people, projects, devices and a journal. */
public record OrganisationId(UUID value) {
    public OrganisationId {
        Objects.requireNonNull(value);
    }

    public static OrganisationId next() {
        return new OrganisationId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
