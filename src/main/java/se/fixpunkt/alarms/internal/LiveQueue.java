package se.fixpunkt.alarms.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.LiveAlarms;
import se.fixpunkt.alarms.internal.Audience.Seat;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Right;

/**
 * The one poller of this node. It runs only while somebody listens: looks at once when this node changed something, and
 * every 300 ms for what other nodes changed.
 */
@ApplicationScoped
class LiveQueue implements LiveAlarms {
    private static final Logger LOG = Logger.getLogger(LiveQueue.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    /** So that a storm of alarms costs twenty looks a second, not one per commit. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
    private static final int FAILURES_IN_A_ROW = 3;

    private final Access access;
    private final Caller caller;
    private final Directory directory;
    private final QueueRepository queue;
    private final Clock clock;
    private final ManagedThreadFactory threads;

    private final Audience audience = new Audience();
    private final Semaphore nudges = new Semaphore(0);
    private Thread poller;
    private int failures;

    @Inject
    LiveQueue(
            Access access,
            Caller caller,
            Directory directory,
            QueueRepository queue,
            Clock clock,
            ManagedThreadFactory threads) {
        this.access = access;
        this.caller = caller;
        this.directory = directory;
        this.queue = queue;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public Subscription listen(Listener listener) {
        access.require(Right.HANDLE_ALARMS);
        Seat seat = new Seat(caller.requirePerson(), caller.organisation(), listener);
        synchronized (this) {
            audience.add(seat);
            if (poller == null) {
                poller = threads.newThread(this::poll);
                poller.setName("fixpunkt-live-queue");
                poller.start();
            }
        }
        nudges.release();
        return () -> audience.remove(seat);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueueChanged change) {
        nudges.release();
    }

    @PreDestroy
    void stop() {
        audience.dismiss(seat -> true);
        synchronized (this) {
            if (poller != null) {
                poller.interrupt();
            }
        }
    }

    private void poll() {
        Map<OrganisationId, LiveChannel> channels = new HashMap<>();
        Instant beat = clock.instant();
        Instant check = beat;
        try {
            while (goesOn()) {
                tell(channels);
                Instant now = clock.instant();
                if (now.isAfter(check.plus(BETWEEN_CHECKS))) {
                    check = now;
                    attempt(() -> audience.dismiss(seat -> !mayStill(seat)));
                }
                if (now.isAfter(beat.plus(BETWEEN_BEATS))) {
                    beat = now;
                    audience.all().forEach(seat -> seat.tell(listener -> listener.beat(now)));
                }
                pause();
            }
        } catch (InterruptedException stopped) {
            forget();
        } catch (RuntimeException | Error fault) {
            LOG.log(Level.SEVERE, "The live queue stopped; its listeners will come back", fault);
            forget();
            audience.dismiss(seat -> true);
        }
    }

    /** Ends the poller when nobody listens. Together with {@link #listen} under one lock, so that nobody is left unheard. */
    private synchronized boolean goesOn() {
        if (audience.isEmpty()) {
            poller = null;
            return false;
        }
        return true;
    }

    private synchronized void forget() {
        poller = null;
    }

    private void tell(Map<OrganisationId, LiveChannel> channels) {
        Map<OrganisationId, List<Seat>> present = audience.byOrganisation();
        channels.keySet().retainAll(present.keySet());
        attempt(() -> present.forEach((organisation, seats) ->
                tell(channels.computeIfAbsent(organisation, key -> new LiveChannel(key, queue)), seats)));
    }

    private static void tell(LiveChannel channel, List<Seat> seats) {
        List<Alarm> changed = channel.look();
        for (Seat seat : seats) {
            if (seat.begins()) {
                seat.tell(listener -> listener.whole(channel.whole()));
            } else {
                changed.forEach(alarm -> seat.tell(listener -> listener.changed(alarm)));
            }
        }
    }

    /** A short disturbance passes unnoticed; after a longer one nobody may believe that what he sees is true. */
    private void attempt(Runnable work) {
        try {
            work.run();
            failures = 0;
        } catch (RuntimeException fault) {
            failures++;
            LOG.log(failures == 1 ? Level.WARNING : Level.FINE, "The live queue cannot read alarms", fault);
            if (failures >= FAILURES_IN_A_ROW) {
                audience.dismiss(seat -> true);
            }
        }
    }

    private boolean mayStill(Seat seat) {
        return directory
                .person(seat.person)
                .filter(person -> person.active() && person.rights().contains(Right.HANDLE_ALARMS))
                .isPresent();
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE.toMillis());
        if (nudges.tryAcquire(BETWEEN_LOOKS.minus(SHORTEST_PAUSE).toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
