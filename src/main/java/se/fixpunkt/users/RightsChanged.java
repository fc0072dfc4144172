package se.fixpunkt.users;

import java.util.Map;
import java.util.Set;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A person has other rights than before. */
public record RightsChanged(PersonId person, OrganisationId organisation, Set<Right> had, Set<Right> has)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("rights", RightNames.of(had));
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("rights", RightNames.of(has));
    }
}
