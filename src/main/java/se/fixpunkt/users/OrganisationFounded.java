package se.fixpunkt.users;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An organisation began to use Fixpunkt. */
public record OrganisationFounded(OrganisationId organisation, String name) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("organisation", organisation.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name);
    }
}
