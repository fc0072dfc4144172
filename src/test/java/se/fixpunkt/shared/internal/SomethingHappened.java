package se.fixpunkt.shared.internal;

import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An event of nobody's, for tests. */
record SomethingHappened() implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("test", new UUID(0, 1));
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(new UUID(0, 2));
    }
}
