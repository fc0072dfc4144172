package se.fixpunkt.signin.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.AppendOnly;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.signin.Session;
import se.fixpunkt.signin.SessionId;
import se.fixpunkt.signin.SessionKind;

/**
 * Opened by a sign-in, seen now and then, perhaps confirmed by a second factor, ended by its owner, by an administrator or
 * by time. After it is stored it changes by conditional updates only (see {@link SessionRepository}), so it has no version.
 */
@Entity
@AppendOnly
@Table(name = "sign_in_session")
class StoredSession {
    private static final int AGENT_LENGTH = 200;

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private SessionKind kind;

    @Column(name = "person_id")
    private UUID personId;

    private String name;

    @Column(name = "second_factor")
    private boolean secondFactor;

    private String address;

    private String agent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "idle_at")
    private Instant idleAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected StoredSession() {}

    /**
     * @param lasts at most this long
     * @param visit where it was opened from
     */
    StoredSession(
            String token,
            SessionKind kind,
            Duration lasts,
            PersonId person,
            String name,
            boolean secondFactor,
            Visit visit,
            Instant now) {
        this.id = SessionId.next().value();
        this.tokenHash = Secrets.hash(token);
        this.kind = kind;
        this.personId = person.value();
        this.name = name;
        this.secondFactor = secondFactor;
        this.address = visit.address();
        String said = visit.agent();
        this.agent = said.length() <= AGENT_LENGTH ? said : said.substring(0, AGENT_LENGTH);
        this.createdAt = now;
        this.seenAt = now;
        this.expiresAt = now.plus(lasts);
        this.idleAt = idleAfter(now);
    }

    SessionId id() {
        return new SessionId(id);
    }

    PersonId person() {
        return new PersonId(personId);
    }

    SessionKind kind() {
        return kind;
    }

    boolean isConfirmed() {
        return secondFactor;
    }

    Instant seenAt() {
        return seenAt;
    }

    Instant idleAfter(Instant now) {
        Instant idle = now.plus(kind.unused());
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    Session seen(SessionId current) {
        return new Session(
                id(),
                kind,
                Optional.ofNullable(name),
                address,
                agent,
                createdAt,
                seenAt,
                expiresAt,
                secondFactor,
                id().equals(current));
    }
}
