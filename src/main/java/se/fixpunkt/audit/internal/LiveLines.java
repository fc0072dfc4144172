package se.fixpunkt.audit.internal;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.audit.Journal.Following;
import se.fixpunkt.audit.JournalLine;

/**
 * New lines of all nodes, for those who watch on this one. Polled from the database, which is what the nodes have in
 * common. Ids of several nodes and of slow commits come out of order, so each look goes back over a stretch that was read
 * before, and every follower remembers what he got. Nobody watching, nothing polled.
 */
@ApplicationScoped
class LiveLines {
    private static final Logger LOG = Logger.getLogger(LiveLines.class.getName());
    private static final long EVERY_MILLIS = 400;
    private static final int MOST = 1000;
    /** Longer than a commit stalls when a node dies and than clocks of nodes differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private final JournalRepository journal;
    private final ManagedScheduledExecutorService timer;
    private final ManagedExecutorService executor;
    private final Clock clock;
    private final Set<Follower> followers = new CopyOnWriteArraySet<>();
    private ScheduledFuture<?> polling;

    @Inject
    LiveLines(
            JournalRepository journal,
            ManagedScheduledExecutorService timer,
            ManagedExecutorService executor,
            Clock clock) {
        this.journal = journal;
        this.timer = timer;
        this.executor = executor;
        this.clock = clock;
    }

    /** @param seen the last line that the listener had before; null for none */
    Following follow(Predicate<JournalLine> wanted, UUID seen, Consumer<JournalLine> listener) {
        Follower follower = new Follower(wanted, listener, executor);
        if (seen == null) {
            follower.skip(journal.since(overlap(), MOST));
        } else {
            follower.offer(journal.since(IdRange.lowest(IdRange.madeAt(seen).minus(OVERLAP)), MOST));
        }
        followers.add(follower);
        startPolling();
        return () -> leave(follower);
    }

    private synchronized void startPolling() {
        if (polling == null) {
            polling = timer.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void leave(Follower follower) {
        followers.remove(follower);
        if (followers.isEmpty() && polling != null) {
            polling.cancel(false);
            polling = null;
        }
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private void look() {
        try {
            UUID since = overlap();
            List<JournalLine> lines = journal.since(since, MOST);
            for (Follower follower : followers) {
                follower.offer(lines);
                follower.forget(since);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the live journal could not look for new lines", failure);
        }
    }

    private UUID overlap() {
        return IdRange.lowest(clock.instant().minus(OVERLAP));
    }
}
