package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Asks the database each time, so that a right taken away bites on the next request. */
@ApplicationScoped
class CallerAccess implements Access {
    private final Caller caller;
    private final PersonRepository people;

    @Inject
    CallerAccess(Caller caller, PersonRepository people) {
        this.caller = caller;
        this.people = people;
    }

    @Override
    @OpenToAnyone(because = "it is the permission check itself")
    public void require(Right right) {
        PersonId person = caller.requirePerson();
        if (!people.isActiveWith(person, right)) {
            throw new Forbidden(right.name());
        }
    }

    @Override
    @OpenToAnyone(because = "it is the permission check itself")
    public boolean may(Right right) {
        return caller.person()
                .filter(person -> people.isActiveWith(person, right))
                .isPresent();
    }
}
