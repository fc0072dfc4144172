package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * When commits were through, which nobody knows before they are: a later transaction writes it down. What a node that dies had
 * not yet written is lost, and the technician sees an answer without its time.
 */
@ApplicationScoped
class CommitTimes {
    /** For so long they gather: a statement for each would make every batch wait for one more. */
    private static final Duration TOGETHER = Duration.ofMillis(200);

    private final Clock clock;
    private final Queue<IntakeCommit> waiting = new ConcurrentLinkedQueue<>();

    @Inject
    CommitTimes(Clock clock) {
        this.clock = clock;
    }

    void through(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchWritten batch) {
        if (batch.commit() != null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            waiting.add(new IntakeCommit(batch.commit(), now, batch.messages()));
        }
    }

    void rolledBack(@Observes(during = TransactionPhase.AFTER_FAILURE) BatchWritten batch) {
        waiting.addAll(batch.earlier());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** As {@link #take}, once the oldest has waited for a while; else none. */
    List<IntakeCommit> due() {
        IntakeCommit oldest = waiting.peek();
        boolean due = oldest != null && !oldest.at().plus(TOGETHER).isAfter(clock.instant());
        return due ? take() : List.of();
    }

    /** Everything that nobody has written yet; whoever takes it fires a {@link BatchWritten}. */
    List<IntakeCommit> take() {
        List<IntakeCommit> taken = new ArrayList<>();
        for (IntakeCommit next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
