package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Somebody signed in. */
public record SignedIn(
        SessionId session, PersonId person, OrganisationId organisation, SessionKind kind, boolean secondFactor)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("session", session.toString(), "kind", kind.name(), "secondFactor", secondFactor);
    }
}
