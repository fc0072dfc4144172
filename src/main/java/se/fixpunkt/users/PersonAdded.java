package se.fixpunkt.users;

import java.util.Map;
import java.util.Set;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Somebody became a person who can sign in, added by an administrator or by accepting an invitation. */
public record PersonAdded(
        PersonId person, OrganisationId organisation, EmailAddress email, String name, Set<Right> rights)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("email", email.value(), "name", name, "rights", RightNames.of(rights));
    }
}
