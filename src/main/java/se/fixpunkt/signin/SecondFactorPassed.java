package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A signed-in session was confirmed by a code. */
public record SecondFactorPassed(SessionId session, PersonId person, OrganisationId organisation)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("session", session.toString(), "factor", "mail");
    }
}
