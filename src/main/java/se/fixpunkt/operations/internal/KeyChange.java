package se.fixpunkt.operations.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.Lease;
import se.fixpunkt.shared.Resealing;

/**
 * Brings a new sealing key through the database, on one node at a time. It begins only when every running node seals with this
 * node's key: before that some could not read what it seals, or would seal it back.
 */
@ApplicationScoped
class KeyChange {
    private static final Logger LOG = Logger.getLogger(KeyChange.class.getName());
    private static final int EVERY_SECONDS = 30;
    private static final String LEASE = "key-change";
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final ManagedScheduledExecutorService timer;
    private final Lookout lookout;
    private final Resealing resealing;
    private final Lease lease;
    private volatile boolean stopping;
    private ScheduledFuture<?> rounds;

    @Inject
    KeyChange(ManagedScheduledExecutorService timer, Lookout lookout, Resealing resealing, Lease lease) {
        this.timer = timer;
        this.lookout = lookout;
        this.resealing = resealing;
        this.lease = lease;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        rounds = timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(true);
        }
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private void round() {
        try {
            boolean agreed = lookout.latest().filter(this::allSealAlike).isPresent();
            int done = 0;
            int last = 1;
            while (agreed && last > 0 && !stopping && lease.take(LEASE, LENGTH)) {
                last = resealing.some();
                done += last;
            }
            if (done > 0) {
                LOG.log(Level.INFO, "{0} values were sealed anew with key {1}", new Object[] {done, resealing.keyId()});
            }
            sealPlain();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Values could not be sealed anew; the next round goes on", failure);
        }
    }

    /** Rows of an earlier release, once no node of such a release is left that would have to read them. */
    private void sealPlain() {
        boolean agreed = lookout.latest().filter(KeyChange::allReadSealed).isPresent();
        int done = 0;
        int last = 1;
        while (agreed && last > 0 && !stopping && lease.take(LEASE, LENGTH)) {
            last = resealing.somePlain();
            done += last;
        }
        if (done > 0) {
            LOG.log(Level.INFO, "{0} rows of an earlier release were sealed", done);
        }
    }

    private static boolean allReadSealed(Status status) {
        return status.nodes().stream().filter(NodeStatus::isRunning).allMatch(node -> node.report()
                .readsSealedRegisters());
    }

    private boolean allSealAlike(Status status) {
        return status.encryption().keys().equals(List.of(resealing.keyId()));
    }
}
