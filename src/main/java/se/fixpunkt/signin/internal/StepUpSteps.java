package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.signin.SecondFactorPassed;
import se.fixpunkt.signin.SignInFailed;
import se.fixpunkt.twofactor.Codes;
import se.fixpunkt.twofactor.Redemption;
import se.fixpunkt.twofactor.Redemption.Verdict;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Person;

/** The transactions of confirming a session. */
@ApplicationScoped
@Transactional
class StepUpSteps {
    private final Directory directory;
    private final Codes codes;
    private final AttemptRepository attempts;
    private final SessionRepository sessions;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    StepUpSteps(
            Directory directory,
            Codes codes,
            AttemptRepository attempts,
            SessionRepository sessions,
            Event<DomainEvent> events,
            Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.attempts = attempts;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    void begin(StoredSession session) {
        if (attempts.toConfirm(session.id(), clock.instant()).isEmpty()) {
            start(session);
        }
    }

    void sendAgain(StoredSession session) {
        Optional<StoredAttempt> attempt = attempts.toConfirm(session.id(), clock.instant());
        if (attempt.isPresent()) {
            codes.send(attempt.get().challenge(), person(session.person()));
        } else {
            start(session);
        }
    }

    Duration waitBeforeAnother(StoredSession session) {
        return attempts.toConfirm(session.id(), clock.instant())
                .map(attempt -> codes.waitBeforeAnother(attempt.challenge()))
                .orElse(Duration.ZERO);
    }

    Redemption confirm(StoredSession session, String code) {
        Instant now = clock.instant();
        Optional<StoredAttempt> attempt = attempts.toConfirm(session.id(), now);
        if (attempt.isEmpty()) {
            return Redemption.of(Verdict.SPENT);
        }
        Person person = person(session.person());
        Redemption redemption = codes.redeem(attempt.get().challenge(), person, code);
        switch (redemption.verdict()) {
            case WRONG ->
                events.fire(new SignInFailed(
                        person.id(), person.organisation(), person.email().value(), "mail"));
            case SPENT -> attempts.spend(attempt.get(), now);
            case TOO_MANY -> {}
            case PASSED -> {
                if (!attempts.spend(attempt.get(), now) || !sessions.confirm(session.id(), now)) {
                    return Redemption.of(Verdict.SPENT);
                }
                events.fire(new SecondFactorPassed(session.id(), person.id(), person.organisation()));
            }
        }
        return redemption;
    }

    private void start(StoredSession session) {
        StoredAttempt attempt = StoredAttempt.toConfirm(session, clock.instant());
        attempts.add(attempt);
        codes.send(attempt.challenge(), person(session.person()));
    }

    private Person person(PersonId id) {
        return directory.person(id).filter(Person::active).orElseThrow(NotSignedIn::new);
    }
}
