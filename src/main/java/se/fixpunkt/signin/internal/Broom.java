package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes rows that nobody asks for any more. */
@ApplicationScoped
@Transactional
class Broom {
    /** Sessions are kept as long as an address counts as known, see {@link Throttle}. */
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);

    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    private final SessionRepository sessions;
    private final AttemptRepository attempts;
    private final ThrottleRepository throttle;
    private final Clock clock;

    @Inject
    Broom(SessionRepository sessions, AttemptRepository attempts, ThrottleRepository throttle, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.throttle = throttle;
        this.clock = clock;
    }

    void sweep() {
        Instant now = clock.instant();
        sessions.forgetEndedBefore(now.minus(SESSIONS_KEPT));
        attempts.forgetEndedBefore(now.minus(ATTEMPTS_KEPT));
        throttle.forgetEndedBefore(now);
    }
}
