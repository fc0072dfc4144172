package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Organisation;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonChanged;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Self;

/** The caller's own record. Being signed in is all the permission that it takes. */
@ApplicationScoped
@Transactional
class SignedInSelf implements Self {
    private final Caller caller;
    private final PersonRepository people;
    private final OrganisationRepository organisations;
    private final PersonSeal seal;
    private final Event<DomainEvent> events;

    @Inject
    SignedInSelf(
            Caller caller,
            PersonRepository people,
            OrganisationRepository organisations,
            PersonSeal seal,
            Event<DomainEvent> events) {
        this.caller = caller;
        this.people = people;
        this.organisations = organisations;
        this.seal = seal;
        this.events = events;
    }

    @Override
    public Person me() {
        PersonId me = caller.requirePerson();
        return stored(me).seen(seal);
    }

    @Override
    public Organisation myOrganisation() {
        PersonId me = caller.requirePerson();
        return organisations
                .find(stored(me).seen(seal).organisation())
                .orElseThrow()
                .seen();
    }

    @Override
    public Person change(PersonName name, Language language) {
        PersonId me = caller.requirePerson();
        StoredPerson stored = stored(me);
        Person before = stored.seen(seal);
        if (before.name().equals(name.value()) && before.language() == language) {
            return before;
        }
        if (!before.name().equals(name.value())) {
            stored.rename(name, seal);
        }
        stored.speak(language);
        events.fire(
                new PersonChanged(me, before.organisation(), before.name(), name.value(), before.language(), language));
        people.flush();
        return stored.seen(seal);
    }

    private StoredPerson stored(PersonId id) {
        return people.find(id).orElseThrow(NotSignedIn::new);
    }
}
