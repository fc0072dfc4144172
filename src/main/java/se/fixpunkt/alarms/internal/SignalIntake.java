package se.fixpunkt.alarms.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
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

/** Group commit: what gathers while a commit runs is committed together by an {@link IntakeWriter}, in a storm by two. */
@ApplicationScoped
class SignalIntake implements Intake {
    private static final Logger LOG = Logger.getLogger(SignalIntake.class.getName());

    /** Longer than the database cluster needs to get over a lost node, shorter than any device's patience. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final Duration LOOK_FOR_LATE = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final SignalStore store;
    private final ManagedThreadFactory threads;
    private final IntakeQueue queue = new IntakeQueue();
    private final Queue<Waiting> byDeadline = new ConcurrentLinkedQueue<>();
    private final CommitTrouble trouble = new CommitTrouble();
    private final ReceptionCount count;
    private final BatchCommit commit;
    private volatile boolean stopping;
    private final List<Thread> writers = new ArrayList<>();

    @Inject
    SignalIntake(SignalStore store, ReceptionCount count, ManagedThreadFactory threads) {
        this.store = store;
        this.count = count;
        this.threads = threads;
        this.commit = new BatchCommit(store, trouble);
    }

    @PostConstruct
    void start() {
        write("fixpunkt-intake", false);
        write("fixpunkt-intake-helper", true);
        Thread watcher = threads.newThread(this::watch);
        watcher.setName("fixpunkt-intake-deadlines");
        watcher.start();
    }

    private void write(String name, boolean helper) {
        Thread writer = threads.newThread(new IntakeWriter(queue, commit, store, helper, () -> stopping));
        writer.setName(name);
        writer.start();
        writers.add(writer);
    }

    /** What has come is still committed and answered. */
    @PreDestroy
    void stop() {
        stopping = true;
        try {
            for (Thread writer : writers) {
                writer.join(DRAIN.toMillis());
            }
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
