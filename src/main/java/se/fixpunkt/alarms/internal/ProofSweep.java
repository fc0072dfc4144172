package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Deletes proofs that have ended, a few at a time. */
@ApplicationScoped
class ProofSweep {
    private static final int TOGETHER = 1000;

    private final SignalRepository signals;
    private final Clock clock;

    @Inject
    ProofSweep(SignalRepository signals, Clock clock) {
        this.signals = signals;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    boolean sweep() {
        return signals.forgetProofs(clock.instant(), TOGETHER) == TOGETHER;
    }
}
