package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A person got a password, the first or another. */
public record PasswordSet(PersonId person, OrganisationId organisation) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("password", "set");
    }
}
