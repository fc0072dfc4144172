package se.fixpunkt.mail.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When the postman goes: at once for a letter that was just committed here, and every two seconds for all that is due,
 * whoever wrote it.
 */
@ApplicationScoped
class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final int EVERY_SECONDS = 2;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int CLEANED_EVERY_HOURS = 6;

    private final ManagedScheduledExecutorService timer;
    private final Postman postman;
    private final LetterRepository letters;
    private final Clock clock;
    private final AtomicReference<ScheduledFuture<?>> round = new AtomicReference<>();
    private final AtomicReference<ScheduledFuture<?>> cleaning = new AtomicReference<>();

    @Inject
    Rounds(ManagedScheduledExecutorService timer, Postman postman, LetterRepository letters, Clock clock) {
        this.timer = timer;
        this.postman = postman;
        this.letters = letters;
        this.clock = clock;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        round.set(timer.scheduleWithFixedDelay(
                () -> quietly(postman::round), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS));
        cleaning.set(timer.scheduleWithFixedDelay(
                () -> quietly(() -> letters.forgetSentBefore(clock.instant().minus(KEPT))),
                CLEANED_EVERY_HOURS,
                CLEANED_EVERY_HOURS,
                TimeUnit.HOURS));
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterPosted posted) {
        timer.execute(() -> quietly(() -> postman.carry(posted.letter())));
    }

    @PreDestroy
    void stop() {
        stop(round);
        stop(cleaning);
    }

    private static void stop(AtomicReference<ScheduledFuture<?>> running) {
        ScheduledFuture<?> future = running.getAndSet(null);
        if (future != null) {
            future.cancel(true);
        }
    }

    /** An exception would end the rounds for good. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The mail queue was not reached; the next round tries again", failure);
        }
    }
}
