package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.SignOut;
import se.fixpunkt.signin.AccessToken;
import se.fixpunkt.signin.IssuedToken;
import se.fixpunkt.signin.Session;
import se.fixpunkt.signin.SessionEnded;
import se.fixpunkt.signin.SessionId;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.Sessions;
import se.fixpunkt.signin.SignedOut;
import se.fixpunkt.signin.TokenIssued;
import se.fixpunkt.signin.Tokens;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonDeactivated;

/** The caller's sessions and tokens. Being signed in is all the permission that it takes. */
@ApplicationScoped
@Transactional
class OwnSessions implements Sessions, Tokens, SignOut {
    private static final int NAME_LENGTH = 100;
    private static final String BECAUSE = "a person's own sessions; a stranger is refused, having none";

    private final SessionRepository sessions;
    private final Directory directory;
    private final Visit visit;
    private final Event<DomainEvent> events;
    private final Clock clock;

    @Inject
    OwnSessions(SessionRepository sessions, Directory directory, Visit visit, Event<DomainEvent> events, Clock clock) {
        this.sessions = sessions;
        this.directory = directory;
        this.visit = visit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public List<Session> mine() {
        Visit.Guest me = me();
        return sessions.aliveOf(me.person(), clock.instant()).stream()
                .map(session -> session.seen(me.session().id()))
                .toList();
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void end(SessionId session) {
        Visit.Guest me = me();
        if (!sessions.end(session, me.person(), clock.instant())) {
            throw new NotFound();
        }
        events.fire(new SessionEnded(session, me.person(), me.organisation()));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void endOthers() {
        mine().stream().filter(session -> !session.current()).forEach(session -> end(session.id()));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void signOut() {
        visit.guest().ifPresent(me -> {
            if (sessions.end(me.session().id(), me.person(), clock.instant())) {
                events.fire(new SignedOut(me.session().id(), me.person(), me.organisation()));
            }
        });
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public IssuedToken issue(String name, Duration lasts) {
        Visit.Guest me = me();
        if (me.session().kind() == SessionKind.PERSONAL) {
            throw new Forbidden("SIGNED_IN_SESSION");
        }
        String label = name == null ? "" : name.strip();
        if (label.isEmpty() || label.length() > NAME_LENGTH) {
            throw new InvalidValue("name", label.isEmpty() ? "required" : "too-long");
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(SessionKind.PERSONAL.atMost()) > 0) {
            throw new InvalidValue("days", "out-of-range");
        }
        Instant now = clock.instant();
        Person person = directory.person(me.person()).filter(Person::active).orElseThrow(NotSignedIn::new);
        String token = Secrets.token();
        StoredSession issued = new StoredSession(
                token,
                SessionKind.PERSONAL,
                lasts,
                person.id(),
                label,
                me.session().isConfirmed(),
                visit,
                now);
        sessions.add(issued);
        events.fire(new TokenIssued(issued.id(), person.id(), person.organisation(), label));
        return new IssuedToken(issued.id(), label, new AccessToken(token), now.plus(lasts));
    }

    /** In the commit that deactivates the person. */
    void endAllOf(@Observes PersonDeactivated left) {
        sessions.endAll(left.person(), clock.instant());
    }

    private Visit.Guest me() {
        return visit.guest().orElseThrow(NotSignedIn::new);
    }
}
