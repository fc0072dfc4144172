package se.fixpunkt.operations.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.Lease;

/**
 * Looks at the whole installation every five seconds, on every node: who is silent can only be told by whoever listens all
 * the time (see {@link Silence}). One node at a time, by lease, raises alarms of what it sees.
 */
@ApplicationScoped
class Lookout {
    private static final Logger LOG = Logger.getLogger(Lookout.class.getName());
    private static final int EVERY_SECONDS = 5;
    private static final String ALARMS = "system-alarms";
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final ManagedScheduledExecutorService timer;
    private final Overview overview;
    private final Alerting alerting;
    private final Lease lease;
    private volatile Status latest;
    private ScheduledFuture<?> looking;

    @Inject
    Lookout(ManagedScheduledExecutorService timer, Overview overview, Alerting alerting, Lease lease) {
        this.timer = timer;
        this.overview = overview;
        this.alerting = alerting;
        this.lease = lease;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        looking = timer.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (looking != null) {
            looking.cancel(true);
        }
    }

    /** What was seen last; empty before the first look. */
    Optional<Status> latest() {
        return Optional.ofNullable(latest);
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private void look() {
        try {
            Status seen = overview.now();
            latest = seen;
            if (lease.take(ALARMS, LEASE)) {
                alerting.tell(seen, System.nanoTime());
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The nodes could not be looked at; the next look tries again", failure);
        }
    }
}
