package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.OrganisationFounded;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Right;

/** The founding of the first organisation, in one commit. */
@ApplicationScoped
@Transactional
class Founding {
    private final FoundingRepository claims;
    private final OrganisationRepository organisations;
    private final Register register;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    Founding(
            FoundingRepository claims,
            OrganisationRepository organisations,
            Register register,
            Event<DomainEvent> events,
            Clock clock) {
        this.claims = claims;
        this.organisations = organisations;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether it was done now; false when somebody exists already */
    boolean found(String name, String email, String password) {
        OrganisationId id = OrganisationId.next();
        if (!claims.claim(id, clock.instant())) {
            return false;
        }
        organisations.add(new StoredOrganisation(id, name.strip(), clock.instant()));
        events.fire(new OrganisationFounded(id, name.strip()));
        EmailAddress address = new EmailAddress(email);
        register.enter(
                id,
                new NewPerson(address, new PersonName(address.value()), Language.SWEDISH, EnumSet.allOf(Right.class)),
                new Password(password));
        return true;
    }
}
