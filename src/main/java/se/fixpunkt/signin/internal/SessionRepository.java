package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.signin.SessionId;

/** Sessions in the database. What is not alive is not found. */
@ApplicationScoped
class SessionRepository {
    private static final String ALIVE = " AND s.endedAt IS NULL AND s.idleAt > :now AND s.expiresAt > :now";

    private final EntityManager entities;

    @Inject
    SessionRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredSession session) {
        entities.persist(session);
        entities.flush();
    }

    Optional<StoredSession> alive(byte[] tokenHash, Instant now) {
        return entities.createQuery(
                        "SELECT s FROM StoredSession s WHERE s.tokenHash = :hash" + ALIVE, StoredSession.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    List<StoredSession> aliveOf(PersonId person, Instant now) {
        return entities.createQuery(
                        "SELECT s FROM StoredSession s WHERE s.personId = :person" + ALIVE
                                + " ORDER BY s.seenAt DESC, s.id",
                        StoredSession.class)
                .setParameter("person", person.value())
                .setParameter("now", now)
                .getResultList();
    }

    /** Two nodes that see the same session at once: one writes, the other's condition fails, both are content. */
    void touch(StoredSession session, Instant now, Instant notSeenSince) {
        entities.createQuery("UPDATE StoredSession s SET s.seenAt = :now, s.idleAt = :idle"
                        + " WHERE s.id = :id AND s.seenAt < :since AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("idle", session.idleAfter(now))
                .setParameter("id", session.id().value())
                .setParameter("since", notSeenSince)
                .executeUpdate();
    }

    boolean confirm(SessionId session, Instant now) {
        return entities.createQuery("UPDATE StoredSession s SET s.secondFactor = TRUE WHERE s.id = :id" + ALIVE)
                        .setParameter("id", session.value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Ends the person's session; false when he has no such living one. */
    boolean end(SessionId session, PersonId person, Instant now) {
        return entities.createQuery("UPDATE StoredSession s SET s.endedAt = :now"
                                + " WHERE s.id = :id AND s.personId = :person" + ALIVE)
                        .setParameter("id", session.value())
                        .setParameter("person", person.value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void endAll(PersonId person, Instant now) {
        entities.createQuery("UPDATE StoredSession s SET s.endedAt = :now WHERE s.personId = :person" + ALIVE)
                .setParameter("person", person.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Whether the person signed in from the address since then, so that it is hardly an attacker's. */
    boolean isKnown(PersonId person, String address, Instant since) {
        return entities.createQuery(
                                "SELECT COUNT(s) FROM StoredSession s WHERE s.personId = :person"
                                        + " AND s.address = :address AND s.createdAt > :since",
                                Long.class)
                        .setParameter("person", person.value())
                        .setParameter("address", address)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }

    int forgetEndedBefore(Instant then) {
        return entities.createQuery("DELETE FROM StoredSession s WHERE s.expiresAt < :then")
                .setParameter("then", then)
                .executeUpdate();
    }
}
