package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.signin.PasswordSet;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PasswordRefused;
import se.fixpunkt.users.PasswordStore;
import se.fixpunkt.users.Person;

/** Keeps and compares passwords. */
@ApplicationScoped
class Passwords implements PasswordStore {
    private final PasswordHashing hashing;
    private final PasswordRepository stored;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    Passwords(PasswordHashing hashing, PasswordRepository stored, Event<DomainEvent> events, Clock clock) {
        this.hashing = hashing;
        this.stored = stored;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @OpenToAnyone(because = "users asks, in the transaction that made or checked the person")
    public void keep(Person person, Password password) {
        String typed = password.reveal();
        PasswordRules.fault(typed, person).ifPresent(fault -> {
            throw new PasswordRefused(fault);
        });
        stored.keep(new StoredPassword(person.id(), hashing.hash(typed), clock.instant()));
        events.fire(new PasswordSet(person.id(), person.organisation()));
    }

    /** Costs the same whether or not there is such a person. */
    boolean isRight(Optional<Person> person, Password password) {
        String typed = password.reveal();
        String compared = typed.length() <= 2 * PasswordRules.MAX_LENGTH ? typed : "";
        return hashing.matches(compared, person.flatMap(known -> stored.hashOf(known.id())));
    }
}
