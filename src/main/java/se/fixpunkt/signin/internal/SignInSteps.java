package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.signin.AccessToken;
import se.fixpunkt.signin.AttemptSpent;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.SignInAnswer;
import se.fixpunkt.signin.SignInAnswer.CodeDemanded;
import se.fixpunkt.signin.SignInAnswer.Granted;
import se.fixpunkt.signin.SignInFailed;
import se.fixpunkt.signin.SignInRefused;
import se.fixpunkt.signin.SignedIn;
import se.fixpunkt.twofactor.Codes;
import se.fixpunkt.twofactor.Redemption;
import se.fixpunkt.twofactor.Redemption.Verdict;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.SecondFactorDemand;

/** The transactions of a sign-in. What must be remembered of a failure is committed here; the desk then refuses. */
@ApplicationScoped
@Transactional
class SignInSteps {
    private static final List<String> FACTORS = List.of("mail");

    private final Directory directory;
    private final Codes codes;
    private final AttemptRepository attempts;
    private final SessionRepository sessions;
    private final Instance<SecondFactorDemand> demands;
    private final Visit visit;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    SignInSteps(
            Directory directory,
            Codes codes,
            AttemptRepository attempts,
            SessionRepository sessions,
            @Any Instance<SecondFactorDemand> demands,
            Visit visit,
            Event<DomainEvent> events,
            Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.attempts = attempts;
        this.sessions = sessions;
        this.demands = demands;
        this.visit = visit;
        this.events = events;
        this.clock = clock;
    }

    void failed(Person person, String factor) {
        events.fire(new SignInFailed(
                person.id(), person.organisation(), person.email().value(), factor));
    }

    /** After the right password: in, or on to the code. */
    SignInAnswer admit(Person known, SessionKind kind) {
        Person person = directory.person(known.id()).filter(Person::active).orElseThrow(SignInRefused::new);
        if (demands.stream().noneMatch(demand -> demand.demandedOf(person.id()))) {
            return open(person, kind, false);
        }
        AttemptToken token = new AttemptToken(Secrets.token());
        StoredAttempt attempt = StoredAttempt.toSignIn(token, person.id(), clock.instant());
        attempts.add(attempt);
        codes.send(attempt.challenge(), person);
        return new CodeDemanded(token, FACTORS);
    }

    Outcome confirm(AttemptToken token, String code, SessionKind kind) {
        Instant now = clock.instant();
        Optional<StoredAttempt> found = attempts.toSignIn(token, now);
        Optional<Person> awaited = found.flatMap(this::personOf);
        if (awaited.isEmpty()) {
            return Outcome.of(Redemption.of(Verdict.SPENT));
        }
        StoredAttempt attempt = found.get();
        Person person = awaited.get();
        Redemption redemption = codes.redeem(attempt.challenge(), person, code);
        if (redemption.verdict() == Verdict.WRONG) {
            failed(person, "mail");
        }
        if (redemption.verdict() != Verdict.PASSED) {
            return Outcome.of(redemption);
        }
        if (!attempts.spend(attempt, now)) {
            return Outcome.of(Redemption.of(Verdict.SPENT));
        }
        return new Outcome(redemption, Optional.of(open(person, kind, true)));
    }

    void sendAgain(AttemptToken token) {
        StoredAttempt attempt = attempts.toSignIn(token, clock.instant()).orElseThrow(AttemptSpent::new);
        codes.send(attempt.challenge(), personOf(attempt).orElseThrow(AttemptSpent::new));
    }

    Duration waitBeforeAnother(AttemptToken token) {
        return attempts.toSignIn(token, clock.instant())
                .map(attempt -> codes.waitBeforeAnother(attempt.challenge()))
                .orElseThrow(AttemptSpent::new);
    }

    private Optional<Person> personOf(StoredAttempt attempt) {
        return directory.person(attempt.person()).filter(Person::active);
    }

    private Granted open(Person person, SessionKind kind, boolean secondFactor) {
        String token = Secrets.token();
        StoredSession session =
                new StoredSession(token, kind, kind.atMost(), person.id(), null, secondFactor, visit, clock.instant());
        sessions.add(session);
        visit.enter(session, person);
        events.fire(new SignedIn(session.id(), person.id(), person.organisation(), kind, secondFactor));
        return new Granted(new AccessToken(token), kind.atMost());
    }

    /** What a code led to; a session only if it passed. */
    record Outcome(Redemption redemption, Optional<Granted> granted) {
        static Outcome of(Redemption redemption) {
            return new Outcome(redemption, Optional.empty());
        }
    }
}
