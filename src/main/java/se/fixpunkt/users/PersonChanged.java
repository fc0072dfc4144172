package se.fixpunkt.users;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A person has another name or another language than before. */
public record PersonChanged(
        PersonId person,
        OrganisationId organisation,
        String oldName,
        String newName,
        Language oldLanguage,
        Language newLanguage)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("name", oldName, "language", oldLanguage.tag());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", newName, "language", newLanguage.tag());
    }
}
