package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries per subject and window of time. A try is counted before it is made, by one conditional update, so that parallel
 * guesses on several nodes cannot slip through together.
 */
@ApplicationScoped
@Transactional
class ThrottleRepository {
    private final EntityManager entities;

    @Inject
    ThrottleRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts one try; or says how long to wait when the window is full. */
    Optional<Duration> count(byte[] subject, int limit, Duration window, Instant now) {
        if (countUp(subject, limit, window, now)
                || begin(subject, window, now)
                || countUp(subject, limit, window, now)) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, windowEnd(subject).orElse(now)));
    }

    /** Takes one try back, after it turned out to be right. */
    void forgive(byte[] subject) {
        entities.createNativeQuery("UPDATE sign_in_throttle SET tries = tries - 1 WHERE subject = ?1 AND tries > 0")
                .setParameter(1, subject)
                .executeUpdate();
    }

    void forget(byte[] subject) {
        entities.createNativeQuery("DELETE FROM sign_in_throttle WHERE subject = ?1")
                .setParameter(1, subject)
                .executeUpdate();
    }

    int forgetEndedBefore(Instant then) {
        return entities.createNativeQuery("DELETE FROM sign_in_throttle WHERE window_ends_at < ?1")
                .setParameter(1, then)
                .executeUpdate();
    }

    /** MariaDB assigns from left to right, so tries still sees the old window. */
    private boolean countUp(byte[] subject, int limit, Duration window, Instant now) {
        return entities.createNativeQuery("UPDATE sign_in_throttle SET tries = IF(window_ends_at <= ?1, 1, tries + 1),"
                                + " window_ends_at = IF(window_ends_at <= ?2, ?3, window_ends_at)"
                                + " WHERE subject = ?4 AND (tries < ?5 OR window_ends_at <= ?6)")
                        .setParameter(1, now)
                        .setParameter(2, now)
                        .setParameter(3, now.plus(window))
                        .setParameter(4, subject)
                        .setParameter(5, limit)
                        .setParameter(6, now)
                        .executeUpdate()
                == 1;
    }

    private boolean begin(byte[] subject, Duration window, Instant now) {
        return entities.createNativeQuery(
                                "INSERT IGNORE INTO sign_in_throttle (subject, tries, window_ends_at) VALUES (?1, 1, ?2)")
                        .setParameter(1, subject)
                        .setParameter(2, now.plus(window))
                        .executeUpdate()
                == 1;
    }

    private Optional<Instant> windowEnd(byte[] subject) {
        List<?> ends = entities.createNativeQuery("SELECT window_ends_at FROM sign_in_throttle WHERE subject = ?1")
                .setParameter(1, subject)
                .getResultList();
        return ends.stream().findFirst().map(end -> ((Timestamp) end).toInstant());
    }
}
