package se.fixpunkt.architecture.violators.archive;

import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An event that could change. */
public final class EventThatIsNoRecord implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("paper", new UUID(0, 0));
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(new UUID(0, 0));
    }
}
