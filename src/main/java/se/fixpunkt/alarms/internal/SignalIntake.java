package se.fixpunkt.alarms.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.shared.OpenToAnyone;

/**
 * Group commit: one thread takes whatever gathered while the previous commit ran, and commits it together. Nothing waits
 * on purpose, so a lone alarm is committed at once and a storm of them a few hundred at a time.
 */
@ApplicationScoped
class SignalIntake implements Intake {
    private static final Logger LOG = Logger.getLogger(SignalIntake.class.getName());

    /** Longer than the database cluster needs to get over a lost node, shorter than any device's patience. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final Duration LOOK_FOR_LATE = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int TOGETHER = 500;
    /** Under an endless storm the notes still get every so many turns. */
    private static final int TURNS_WITHOUT_NOTES = 8;

    private final SignalStore store;
    private final ManagedThreadFactory threads;
    private final IntakeQueue queue = new IntakeQueue();
    private final Queue<Waiting> byDeadline = new ConcurrentLinkedQueue<>();
    private final CommitTrouble trouble = new CommitTrouble();
    private final ReceptionCount count;
    private final BatchCommit commit;
    private volatile boolean stopping;
    private Thread writer;
    private int turnsWithoutNotes;

    @Inject
    SignalIntake(SignalStore store, ReceptionCount count, ManagedThreadFactory threads) {
        this.store = store;
        this.count = count;
        this.threads = threads;
        this.commit = new BatchCommit(store, trouble);
    }

    @PostConstruct
    void start() {
        writer = threads.newThread(this::write);
        writer.setName("fixpunkt-intake");
        writer.start();
        Thread watcher = threads.newThread(this::watch);
        watcher.setName("fixpunkt-intake-deadlines");
        watcher.start();
    }

    /** What has come is still committed and answered. */
    @PreDestroy
    void stop() {
        stopping = true;
        try {
            writer.join(DRAIN.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        byDeadline.forEach(Waiting::refuse);
    }

    @Override
    @OpenToAnyone(
            because = "devices are no persons; each message is tied to a registered device by its identity and key")
    public CompletionStage<Receipt> take(Arrival arrival) {
        Waiting waiting = new Waiting(arrival, new CompletableFuture<>(), System.nanoTime() + PATIENCE.toNanos());
        count.came();
        var counted = waiting.receipt()
                .whenComplete((receipt, failed) -> count.left(arrival.identity().protocol(), receipt));
        if (stopping || !queue.offer(waiting)) {
            waiting.refuse();
        } else {
            byDeadline.add(waiting);
        }
        return counted;
    }

    @Override
    @OpenToAnyone(because = "what comes from the network is logged whoever sent it")
    public void note(Overheard overheard) {
        if (!queue.offer(overheard)) {
            LOG.log(
                    Level.FINE,
                    "The conversation log is too far behind; one {0} exchange is not kept",
                    overheard.verdict());
        }
    }

    /** Whether what comes can be committed, as far as anybody knows. */
    boolean isWell() {
        return !stopping && !trouble.lasts(System.nanoTime());
    }

    private void write() {
        while (!stopping || !queue.isEmpty()) {
            try {
                queue.await(IDLE, true);
                turn();
            } catch (InterruptedException shutDown) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.SEVERE, "The intake failed on a batch and goes on", failed);
            }
        }
    }

    private void turn() throws InterruptedException {
        List<Waiting> messages = queue.takeMessages(TOGETHER);
        if (!messages.isEmpty()) {
            commit.commit(messages);
            turnsWithoutNotes++;
        }
        if (!queue.hasMessages() || turnsWithoutNotes >= TURNS_WITHOUT_NOTES) {
            turnsWithoutNotes = 0;
            note(queue.takeNotes(TOGETHER));
        }
    }

    /** While the database is away the notes wait, as long as there is room. */
    private void note(List<Overheard> notes) throws InterruptedException {
        if (notes.isEmpty()) {
            return;
        }
        try {
            store.keep(notes);
        } catch (RuntimeException failed) {
            if (stopping || !DatabaseAway.caused(failed)) {
                LOG.log(Level.WARNING, "Exchanges could not be kept in the conversation log", failed);
                return;
            }
            notes.forEach(queue::offer);
            queue.await(IDLE, false);
        }
    }

    /** A thread of its own: the server's timers may all be waiting for the very database that is away. */
    private void watch() {
        while (!stopping) {
            LockSupport.parkNanos(LOOK_FOR_LATE.toNanos());
            refuseLate();
        }
    }

    private void refuseLate() {
        long now = System.nanoTime();
        for (Waiting first = byDeadline.peek();
                first != null && (first.isOver() || first.isLate(now));
                first = byDeadline.peek()) {
            if (!first.isOver()) {
                trouble.late(now);
            }
            first.refuse();
            byDeadline.poll();
        }
    }
}
