package se.fixpunkt.signin;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** A wrong password or code was tried on an account that exists. */
public record SignInFailed(PersonId person, OrganisationId organisation, String email, String factor)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("person", person.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("email", email, "factor", factor);
    }
}
