package se.fixpunkt.signin.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.shared.AppendOnly;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.shared.database.OptionalUuidColumn;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.SessionId;
import se.fixpunkt.twofactor.ChallengeId;

/**
 * Waits for a code, then is spent. Changes by one conditional update only (see {@link AttemptRepository}), so it has no
 * version.
 */
@Entity
@AppendOnly
@Table(name = "sign_in_attempt")
class StoredAttempt {
    static final Duration LASTS = Duration.ofMinutes(15);

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "session_id")
    @Convert(converter = OptionalUuidColumn.class)
    private UUID sessionId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "spent_at")
    private Instant spentAt;

    protected StoredAttempt() {}

    private StoredAttempt(AttemptToken token, PersonId person, UUID session, Instant now) {
        this.id = TimeOrderedId.next();
        this.tokenHash = Secrets.hash(token.value());
        this.personId = person.value();
        this.sessionId = session;
        this.createdAt = now;
        this.expiresAt = now.plus(LASTS);
    }

    static StoredAttempt toSignIn(AttemptToken token, PersonId person, Instant now) {
        return new StoredAttempt(token, person, null, now);
    }

    /** Its token is known to nobody: it is found by the session, which is secret enough. */
    static StoredAttempt toConfirm(StoredSession session, Instant now) {
        return new StoredAttempt(
                new AttemptToken(Secrets.token()),
                session.person(),
                session.id().value(),
                now);
    }

    ChallengeId challenge() {
        return new ChallengeId(id);
    }

    PersonId person() {
        return new PersonId(personId);
    }

    SessionId session() {
        return new SessionId(sessionId);
    }
}
