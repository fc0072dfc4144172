package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Person;

/** Finds the person behind a token, fresh from the database at each request: that is how an ended session bites at once. */
@ApplicationScoped
class SessionGate {
    private static final Duration SEEN_TO = Duration.ofMinutes(1);

    private final SessionRepository sessions;
    private final Directory directory;
    private final Visit visit;
    private final Clock clock;

    @Inject
    SessionGate(SessionRepository sessions, Directory directory, Visit visit, Clock clock) {
        this.sessions = sessions;
        this.directory = directory;
        this.visit = visit;
        this.clock = clock;
    }

    /** Lets the request act as the token's person; gives the session, or nothing when the token is worth nothing. */
    Optional<StoredSession> enter(Credentials credentials) {
        Optional<StoredSession> session = sessions.alive(Secrets.hash(credentials.token()), clock.instant());
        Optional<Person> person =
                session.flatMap(found -> directory.person(found.person())).filter(Person::active);
        person.ifPresent(known -> visit.enter(session.get(), known));
        return person.flatMap(known -> session);
    }

    boolean isDueToBeSeen(StoredSession session) {
        return session.seenAt().isBefore(clock.instant().minus(SEEN_TO));
    }

    @Transactional
    void see(StoredSession session) {
        Instant now = clock.instant();
        sessions.touch(session, now, now.minus(SEEN_TO));
    }
}
