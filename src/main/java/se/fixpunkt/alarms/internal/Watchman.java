package se.fixpunkt.alarms.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.NodeStopping;

/** Goes his round every few seconds, on every node. */
@ApplicationScoped
class Watchman {
    private static final Logger LOG = Logger.getLogger(Watchman.class.getName());
    private static final int EVERY_SECONDS = 4;
    private static final int COUNT_EVERY_SECONDS = 1;

    private final ManagedScheduledExecutorService timer;
    private final SupervisionRound supervision;
    private final Suspicions suspicions;
    private final FloodEnds floods;
    private final FloodTally tally;
    private ScheduledFuture<?> round;
    private ScheduledFuture<?> counting;

    @Inject
    Watchman(
            ManagedScheduledExecutorService timer,
            SupervisionRound supervision,
            Suspicions suspicions,
            FloodEnds floods,
            FloodTally tally) {
        this.timer = timer;
        this.supervision = supervision;
        this.suspicions = suspicions;
        this.floods = floods;
        this.tally = tally;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        round = timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        counting = timer.scheduleWithFixedDelay(
                () -> attempt("what a flood comes to", tally::write),
                COUNT_EVERY_SECONDS,
                COUNT_EVERY_SECONDS,
                TimeUnit.SECONDS);
    }

    /** A node that goes listens no more; the others do. */
    void leave(@Observes NodeStopping stopping) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (round != null) {
            round.cancel(true);
            counting.cancel(false);
        }
    }

    private void round() {
        attempt("who is silent", supervision::look);
        attempt("who called without being known", suspicions::tell);
        attempt("whose flood is over", floods::look);
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    failure,
                    () -> "The watchman could not see " + what + "; the next round tries again");
        }
    }
}
