package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailTaken;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PasswordStore;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonAdded;

/** The one way in which anybody becomes a person, whoever opened the door. */
@ApplicationScoped
class Register {
    private final PersonRepository people;
    private final PersonSeal seal;
    private final PasswordStore passwords;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    Register(
            PersonRepository people, PersonSeal seal, PasswordStore passwords, Event<DomainEvent> events, Clock clock) {
        this.people = people;
        this.seal = seal;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Part of the caller's transaction. */
    Person enter(OrganisationId organisation, NewPerson entrant, Password password) {
        if (people.find(entrant.email()).isPresent()) {
            throw new EmailTaken();
        }
        StoredPerson stored = new StoredPerson(PersonId.next(), organisation, entrant, seal, clock.instant());
        people.add(stored);
        Person person = stored.seen(seal);
        passwords.keep(person, password);
        events.fire(new PersonAdded(person.id(), organisation, person.email(), person.name(), person.rights()));
        return person;
    }
}
