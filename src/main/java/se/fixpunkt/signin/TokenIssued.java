package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Somebody made himself a personal access token. */
public record TokenIssued(SessionId session, PersonId person, OrganisationId organisation, String name)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("token", session.toString(), "name", name);
    }
}
