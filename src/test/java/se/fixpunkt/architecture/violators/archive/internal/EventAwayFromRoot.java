package se.fixpunkt.architecture.violators.archive.internal;

import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An event that no other context could hear of. */
record EventAwayFromRoot(OrganisationId organisation) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("paper", new UUID(0, 0));
    }
}
