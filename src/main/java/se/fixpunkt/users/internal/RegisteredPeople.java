package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.LastAdministrator;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.People;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonChanged;
import se.fixpunkt.users.PersonDeactivated;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.PersonReactivated;
import se.fixpunkt.users.Right;
import se.fixpunkt.users.RightsChanged;

/** The organisation's people, for those who manage them. */
@ApplicationScoped
@Transactional
class RegisteredPeople implements People {
    private final Access access;
    private final Caller caller;
    private final PersonRepository people;
    private final AddressBook addresses;
    private final PersonSeal seal;
    private final OrganisationRepository organisations;
    private final Register register;
    private final Event<DomainEvent> events;

    @Inject
    RegisteredPeople(
            Access access,
            Caller caller,
            PersonRepository people,
            AddressBook addresses,
            PersonSeal seal,
            OrganisationRepository organisations,
            Register register,
            Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.people = people;
        this.addresses = addresses;
        this.seal = seal;
        this.organisations = organisations;
        this.register = register;
        this.events = events;
    }

    @Override
    public Person add(NewPerson person, Password password) {
        access.require(Right.MANAGE_PEOPLE);
        return register.enter(caller.organisation(), person, password);
    }

    @Override
    public Page<Person> list(String after, int limit) {
        access.require(Right.MANAGE_PEOPLE);
        List<PersonId> following =
                addresses.following(caller.organisation(), Objects.requireNonNullElse(after, ""), limit + 1);
        Map<PersonId, StoredPerson> found =
                people.all(following).stream().collect(Collectors.toMap(StoredPerson::id, person -> person));
        return Page.of(following, limit, PersonId::toString)
                .map(id -> found.get(id).seen(seal));
    }

    @Override
    public Person find(PersonId person) {
        access.require(Right.MANAGE_PEOPLE);
        return own(person).seen(seal);
    }

    @Override
    public Person changeRights(PersonId id, Set<Right> rights) {
        access.require(Right.MANAGE_PEOPLE);
        StoredPerson stored = own(id);
        Person before = stored.seen(seal);
        if (before.rights().equals(rights)) {
            return before;
        }
        if (!rights.contains(Right.MANAGE_PEOPLE)) {
            keepAnAdministrator(before);
        }
        stored.mayNow(rights);
        events.fire(new RightsChanged(id, before.organisation(), before.rights(), rights));
        return changed(stored);
    }

    @Override
    public Person rename(PersonId id, PersonName name) {
        access.require(Right.MANAGE_PEOPLE);
        StoredPerson stored = own(id);
        Person before = stored.seen(seal);
        if (before.name().equals(name.value())) {
            return before;
        }
        stored.rename(name, seal);
        events.fire(new PersonChanged(
                id, before.organisation(), before.name(), name.value(), before.language(), before.language()));
        return changed(stored);
    }

    @Override
    public Person deactivate(PersonId id) {
        access.require(Right.MANAGE_PEOPLE);
        StoredPerson stored = own(id);
        Person before = stored.seen(seal);
        if (!before.active()) {
            return before;
        }
        keepAnAdministrator(before);
        stored.end();
        events.fire(new PersonDeactivated(id, before.organisation()));
        return changed(stored);
    }

    @Override
    public Person reactivate(PersonId id) {
        access.require(Right.MANAGE_PEOPLE);
        StoredPerson stored = own(id);
        Person before = stored.seen(seal);
        if (before.active()) {
            return before;
        }
        stored.comeBack();
        events.fire(new PersonReactivated(id, before.organisation()));
        return changed(stored);
    }

    private void keepAnAdministrator(Person leaving) {
        if (!leaving.active() || !leaving.rights().contains(Right.MANAGE_PEOPLE)) {
            return;
        }
        organisations.countAlone(leaving.organisation());
        boolean another = people.having(leaving.organisation(), Right.MANAGE_PEOPLE).stream()
                .anyMatch(person -> !person.id().equals(leaving.id()));
        if (!another) {
            throw new LastAdministrator();
        }
    }

    private Person changed(StoredPerson stored) {
        people.flush();
        return stored.seen(seal);
    }

    private StoredPerson own(PersonId person) {
        return people.find(person, caller.organisation()).orElseThrow(NotFound::new);
    }
}
