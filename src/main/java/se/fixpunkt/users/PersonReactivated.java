package se.fixpunkt.users;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A person who had been deactivated can sign in again. */
public record PersonReactivated(PersonId person, OrganisationId organisation) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("active", false);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("active", true);
    }
}
