package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.mail.internal.StoredLetter.State;

/** The queue in the database. A claim is a lease: the letter of a node that died is taken by another when it runs out. */
@ApplicationScoped
@Transactional
class LetterRepository {
    private static final String MINE = " WHERE l.id = :id AND l.claim = :claim AND l.state = :claimed";

    private final EntityManager entities;

    @Inject
    LetterRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredLetter letter) {
        entities.persist(letter);
        entities.flush();
    }

    /** Letters whose time has come, the oldest first; other nodes see the same ones. */
    List<UUID> due(Instant now, int limit) {
        return entities.createQuery(
                        "SELECT l.id FROM StoredLetter l WHERE l.state IN :open AND l.dueAt <= :now ORDER BY l.dueAt",
                        UUID.class)
                .setParameter("open", List.of(State.WAITING, State.CLAIMED))
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes the letter for this claim; empty when another node was faster. */
    Optional<StoredLetter> claim(UUID letter, UUID claim, Instant now, Duration lease) {
        int taken = entities.createQuery("UPDATE StoredLetter l SET l.state = :claimed, l.claim = :claim,"
                        + " l.dueAt = :until, l.tries = l.tries + 1"
                        + " WHERE l.id = :id AND l.state IN :open AND l.dueAt <= :now")
                .setParameter("claimed", State.CLAIMED)
                .setParameter("claim", claim)
                .setParameter("until", now.plus(lease))
                .setParameter("id", letter)
                .setParameter("open", List.of(State.WAITING, State.CLAIMED))
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.of(entities.find(StoredLetter.class, letter)) : Optional.empty();
    }

    void sent(UUID letter, UUID claim, Instant now) {
        entities.createQuery("UPDATE StoredLetter l SET l.state = :sent, l.sentAt = :now, l.sealedText = NULL,"
                        + " l.problem = NULL" + MINE)
                .setParameter("sent", State.SENT)
                .setParameter("now", now)
                .setParameter("id", letter)
                .setParameter("claim", claim)
                .setParameter("claimed", State.CLAIMED)
                .executeUpdate();
    }

    void waitUntil(UUID letter, UUID claim, Instant due, String problem) {
        entities.createQuery(
                        "UPDATE StoredLetter l SET l.state = :waiting, l.dueAt = :due, l.problem = :problem" + MINE)
                .setParameter("waiting", State.WAITING)
                .setParameter("due", due)
                .setParameter("problem", problem)
                .setParameter("id", letter)
                .setParameter("claim", claim)
                .setParameter("claimed", State.CLAIMED)
                .executeUpdate();
    }

    void failed(UUID letter, UUID claim, String problem) {
        entities.createQuery(
                        "UPDATE StoredLetter l SET l.state = :failed, l.sealedText = NULL, l.problem = :problem" + MINE)
                .setParameter("failed", State.FAILED)
                .setParameter("problem", problem)
                .setParameter("id", letter)
                .setParameter("claim", claim)
                .setParameter("claimed", State.CLAIMED)
                .executeUpdate();
    }

    /** Letters of an earlier release, with their recipients in plain text. */
    long withOpenRecipient() {
        return entities.createQuery("SELECT COUNT(l) FROM StoredLetter l WHERE l.recipient <> ''", Long.class)
                .getSingleResult();
    }

    /** Takes the recipients from letters of an earlier release that have left or failed; those that wait still need them. */
    int forgetOpenRecipients() {
        return entities.createQuery("UPDATE StoredLetter l SET l.recipient = '', l.problem = NULL"
                        + " WHERE l.recipient <> '' AND l.state IN :done")
                .setParameter("done", List.of(State.SENT, State.FAILED))
                .executeUpdate();
    }

    int forgetSentBefore(Instant then) {
        return entities.createQuery("DELETE FROM StoredLetter l WHERE l.state IN :done AND l.createdAt < :then")
                .setParameter("done", List.of(State.SENT, State.FAILED))
                .setParameter("then", then)
                .executeUpdate();
    }

    long waiting() {
        return count(List.of(State.WAITING, State.CLAIMED));
    }

    long failed() {
        return count(List.of(State.FAILED));
    }

    private long count(List<State> states) {
        return entities.createQuery("SELECT COUNT(l) FROM StoredLetter l WHERE l.state IN :states", Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }
}
