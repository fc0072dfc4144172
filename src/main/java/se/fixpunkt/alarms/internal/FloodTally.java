package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import se.fixpunkt.alarms.internal.AlarmsDamped.Damped;

/**
 * What has been damped and stands on no counter yet. A node that dies takes at most a second's worth with it; the end of the
 * flood sets the counters right.
 */
@ApplicationScoped
class FloodTally {
    private final FloodCounts counts;
    private final Queue<Damped> owed = new ConcurrentLinkedQueue<>();

    @Inject
    FloodTally(FloodCounts counts) {
        this.counts = counts;
    }

    void through(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsDamped batch) {
        owed.addAll(batch.damped());
    }

    /** Writes it onto the counters; what cannot be written stays owed. */
    void write() {
        List<Damped> taken = new ArrayList<>();
        for (Damped next = owed.poll(); next != null; next = owed.poll()) {
            taken.add(next);
        }
        if (taken.isEmpty()) {
            return;
        }
        boolean written = false;
        try {
            counts.add(taken);
            written = true;
        } finally {
            if (!written) {
                owed.addAll(taken);
            }
        }
    }
}
