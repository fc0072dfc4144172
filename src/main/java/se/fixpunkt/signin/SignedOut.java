package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Somebody signed out. */
public record SignedOut(SessionId session, PersonId person, OrganisationId organisation) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("session", session.toString());
    }
}
