package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.shared.database.JdbcRepository;

/**
 * Tries per subject and window of time. A try is counted before it is made, by one conditional update, so that parallel
 * guesses on several nodes cannot slip through together.
 */
@ApplicationScoped
@Transactional
class ThrottleRepository extends JdbcRepository {

    @Inject
    ThrottleRepository(DataSource database) {
        super(database);
    }

    /** Counts one try; or says how long to wait when the window is full. */
    Optional<Duration> count(byte[] subject, int limit, Duration window, Instant now) {
        if (countUp(subject, limit, window, now)
                || insert(
                        "INSERT INTO sign_in_throttle (subject, tries, window_ends_at) VALUES (?, 1, ?)",
                        subject,
                        now.plus(window))
                || countUp(subject, limit, window, now)) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, windowEnd(subject).orElse(now)));
    }

    /** Takes one try back, after it turned out to be right. */
    void forgive(byte[] subject) {
        update("UPDATE sign_in_throttle SET tries = tries - 1 WHERE subject = ? AND tries > 0", subject);
    }

    void forget(byte[] subject) {
        update("DELETE FROM sign_in_throttle WHERE subject = ?", subject);
    }

    int forgetEndedBefore(Instant then) {
        return update("DELETE FROM sign_in_throttle WHERE window_ends_at < ?", then);
    }

    /** MariaDB assigns from left to right, so tries still sees the old window. */
    private boolean countUp(byte[] subject, int limit, Duration window, Instant now) {
        return update(
                        "UPDATE sign_in_throttle SET tries = IF(window_ends_at <= ?, 1, tries + 1),"
                                + " window_ends_at = IF(window_ends_at <= ?, ?, window_ends_at)"
                                + " WHERE subject = ? AND (tries < ? OR window_ends_at <= ?)",
                        now,
                        now,
                        now.plus(window),
                        subject,
                        limit,
                        now)
                == 1;
    }

    private Optional<Instant> windowEnd(byte[] subject) {
        return find(
                row -> instant(row, "window_ends_at"),
                "SELECT window_ends_at FROM sign_in_throttle WHERE subject = ?",
                subject);
    }
}
