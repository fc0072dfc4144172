package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.signin.TooManyTries;
import se.fixpunkt.users.Person;

/**
 * Slows the attacker and not the user. Counted are failures of one account from one address (somebody mistypes, or
 * guesses), of one address over all accounts (spraying), and of one account from everywhere (guessing through many
 * addresses); the last does not concern an address from which the person has signed in before.
 */
@ApplicationScoped
class Throttle {
    private static final Limit PAIR = new Limit("pair", 10, Duration.ofMinutes(10));
    private static final Limit ADDRESS = new Limit("address", 60, Duration.ofMinutes(10));
    private static final Limit ACCOUNT = new Limit("account", 100, Duration.ofHours(1));
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ThrottleRepository counts;
    private final SessionRepository sessions;
    private final Vault vault;
    private final Clock clock;

    @Inject
    Throttle(ThrottleRepository counts, SessionRepository sessions, Vault vault, Clock clock) {
        this.counts = counts;
        this.sessions = sessions;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Counts a try before it is made.
     *
     * @param account what was typed as address, whether or not anybody has it
     */
    void admit(String account, Optional<Person> person, String address) {
        count(PAIR, account + "\n" + address);
        count(ADDRESS, address);
        if (!isKnown(person, address)) {
            count(ACCOUNT, account);
        }
    }

    /** The password was right: what led here is forgotten, and an office behind one address is not held up. */
    void wasRight(String account, Optional<Person> person, String address) {
        counts.forget(subject(PAIR, account + "\n" + address));
        counts.forgive(subject(ADDRESS, address));
        if (!isKnown(person, address)) {
            counts.forgive(subject(ACCOUNT, account));
        }
    }

    private boolean isKnown(Optional<Person> person, String address) {
        return person.filter(known ->
                        sessions.isKnown(known.id(), address, clock.instant().minus(REMEMBERED)))
                .isPresent();
    }

    private void count(Limit limit, String what) {
        counts.count(subject(limit, what), limit.tries(), limit.window(), clock.instant())
                .ifPresent(wait -> {
                    throw new TooManyTries(wait);
                });
    }

    private byte[] subject(Limit limit, String what) {
        return vault.fingerprint(what, "sign-in-throttle." + limit.name());
    }

    private record Limit(String name, int tries, Duration window) {}
}
