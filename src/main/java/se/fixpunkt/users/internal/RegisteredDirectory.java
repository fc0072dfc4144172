package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Organisation;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;

/** Looks people up. */
@ApplicationScoped
class RegisteredDirectory implements Directory {
    private static final String BECAUSE = "other contexts ask, after their own permission check";

    private final PersonRepository people;
    private final OrganisationRepository organisations;
    private final FoundingRepository founding;
    private final PersonSeal seal;

    @Inject
    RegisteredDirectory(
            PersonRepository people,
            OrganisationRepository organisations,
            FoundingRepository founding,
            PersonSeal seal) {
        this.people = people;
        this.organisations = organisations;
        this.founding = founding;
        this.seal = seal;
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Optional<Person> person(PersonId person) {
        return people.find(person).map(stored -> stored.seen(seal));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Optional<Person> personWith(EmailAddress email) {
        return people.find(email).map(stored -> stored.seen(seal));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        return people.all(ids).stream()
                .collect(Collectors.toUnmodifiableMap(StoredPerson::id, person -> person.name(seal)));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Map<PersonId, Person> people(Collection<PersonId> ids) {
        return people.all(ids).stream()
                .map(stored -> stored.seen(seal))
                .collect(Collectors.toUnmodifiableMap(Person::id, person -> person));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Optional<Organisation> organisation(OrganisationId organisation) {
        return organisations.find(organisation).map(StoredOrganisation::seen);
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Collection<Person> peopleWith(OrganisationId organisation, Right right) {
        return people.having(organisation, right).stream()
                .map(stored -> stored.seen(seal))
                .toList();
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Optional<OrganisationId> founder() {
        return founding.founder();
    }
}
