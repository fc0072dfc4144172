package se.fixpunkt.alarms.rest;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.LiveAlarms;

/**
 * One browser's stream. What is to be told waits in a bounded queue and is written by a thread of {@link StreamWriters}; a
 * browser that does not keep up is let go and comes back to the whole state. It ends by itself after a minute, so that the
 * session is asked for again.
 */
final class AlarmStream implements LiveAlarms.Listener {
    private static final Logger LOG = Logger.getLogger(AlarmStream.class.getName());
    private static final int WAITING = 500;
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    /** Milliseconds before the browser comes back. */
    private static final long COME_BACK = 500;

    private final SseEventSink sink;
    private final Sse sse;
    private final Predicate<Runnable> writers;
    private final Function<Object, String> json;
    private final Function<Alarm, String> words;
    private final Clock clock;
    private final Instant until;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile LiveAlarms.Subscription subscription = () -> {};

    /**
     * @param writers begins work on a thread of its own, or says that it cannot
     * @param json writes a value on one line
     * @param words what an alarm says in the reader's language
     */
    AlarmStream(
            SseEventSink sink,
            Sse sse,
            Predicate<Runnable> writers,
            Function<Object, String> json,
            Function<Alarm, String> words,
            Clock clock) {
        this.sink = sink;
        this.sse = sse;
        this.writers = writers;
        this.json = json;
        this.words = words;
        this.clock = clock;
        this.until = clock.instant().plus(LIFETIME);
    }

    void begin(LiveAlarms.Subscription own) {
        subscription = own;
        if (over.get()) {
            own.close();
        }
    }

    @Override
    public void whole(List<Alarm> alarms) {
        later(() -> {
            alarms.forEach(this::send);
            long open = alarms.stream()
                    .filter(alarm -> alarm.state() == AlarmState.OPEN)
                    .count();
            send("whole", Map.of("open", open, "taken", alarms.size() - open, "at", clock.instant()));
        });
    }

    @Override
    public void changed(Alarm alarm) {
        later(() -> send(alarm));
    }

    @Override
    public void beat(Instant at) {
        if (at.isAfter(until)) {
            ended();
        } else {
            later(() -> send("beat", Map.of("at", at)));
        }
    }

    @Override
    public void ended() {
        if (!waiting.offer(this::end) || !keepWriting()) {
            end();
        }
    }

    private void later(Runnable message) {
        if (over.get()) {
            return;
        }
        if (!waiting.offer(message) || !keepWriting()) {
            end();
        }
    }

    private boolean keepWriting() {
        return !writing.compareAndSet(false, true) || writers.test(this::write);
    }

    private void write() {
        do {
            try {
                for (Runnable next = waiting.poll(); next != null && !over.get(); next = waiting.poll()) {
                    next.run();
                }
            } finally {
                writing.set(false);
            }
            // Somebody may have put a message after the last poll and before the flag fell.
        } while (!over.get() && !waiting.isEmpty() && writing.compareAndSet(false, true));
    }

    private void send(Alarm alarm) {
        send(sse.newEventBuilder()
                .id(alarm.id() + "/" + alarm.version())
                .data(json.apply(AlarmJson.of(alarm, words.apply(alarm))))
                .build());
    }

    private void send(String name, Map<String, ?> data) {
        send(sse.newEventBuilder()
                .name(name)
                .reconnectDelay(COME_BACK)
                .comment(name)
                .data(json.apply(data))
                .build());
    }

    private void send(OutboundSseEvent event) {
        if (over.get()) {
            return;
        }
        if (sink.isClosed()) {
            end();
            return;
        }
        try {
            sink.send(event).toCompletableFuture().join();
        } catch (CompletionException | IllegalStateException gone) {
            end();
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            subscription.close();
            waiting.clear();
            close();
        }
    }

    /** Closing writes what is left, which fails when the reader has hung up: that is how most streams end. */
    private void close() {
        try {
            sink.close();
        } catch (UncheckedIOException hungUp) {
            LOG.log(Level.FINE, "The reader of a live queue was gone before its end", hungUp);
        }
    }
}
