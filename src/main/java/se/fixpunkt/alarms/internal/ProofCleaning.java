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

/** Sweeps out ended proofs. Every node sweeps; deleting twice does no harm. */
@ApplicationScoped
class ProofCleaning {
    private static final Logger LOG = Logger.getLogger(ProofCleaning.class.getName());
    private static final int EVERY_MINUTES = 5;

    private final ManagedScheduledExecutorService timer;
    private final ProofSweep broom;
    private ScheduledFuture<?> round;

    @Inject
    ProofCleaning(ManagedScheduledExecutorService timer, ProofSweep broom) {
        this.timer = timer;
        this.broom = broom;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        round = timer.scheduleWithFixedDelay(this::sweep, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (round != null) {
            round.cancel(true);
        }
    }

    private void sweep() {
        try {
            boolean more = true;
            while (more) {
                more = broom.sweep();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Ended proofs were not swept out; the next round tries again", failure);
        }
    }
}
