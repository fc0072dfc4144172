package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.SessionId;

/** Attempts in the database. Spent and old ones are not found. */
@ApplicationScoped
class AttemptRepository {
    private static final String OPEN = " AND a.spentAt IS NULL AND a.expiresAt > :now";

    private final EntityManager entities;

    @Inject
    AttemptRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredAttempt attempt) {
        entities.persist(attempt);
        entities.flush();
    }

    Optional<StoredAttempt> toSignIn(AttemptToken token, Instant now) {
        return entities.createQuery(
                        "SELECT a FROM StoredAttempt a WHERE a.tokenHash = :hash AND a.sessionId IS NULL" + OPEN,
                        StoredAttempt.class)
                .setParameter("hash", Secrets.hash(token.value()))
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    Optional<StoredAttempt> toConfirm(SessionId session, Instant now) {
        return entities.createQuery(
                        "SELECT a FROM StoredAttempt a WHERE a.sessionId = :session" + OPEN + " ORDER BY a.id DESC",
                        StoredAttempt.class)
                .setParameter("session", session.value())
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Uses the attempt up; false when somebody was faster. */
    boolean spend(StoredAttempt attempt, Instant now) {
        return entities.createQuery("UPDATE StoredAttempt a SET a.spentAt = :now WHERE a.id = :id" + OPEN)
                        .setParameter("id", attempt.challenge().value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    int forgetEndedBefore(Instant then) {
        return entities.createQuery("DELETE FROM StoredAttempt a WHERE a.expiresAt < :then")
                .setParameter("then", then)
                .executeUpdate();
    }
}
