package se.fixpunkt.alarms.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.OrganisationId;

class AlarmStreamTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Wire wire = new Wire();
    private final Writers writers = new Writers();
    private final AtomicInteger unsubscribed = new AtomicInteger();
    private final AlarmStream stream = new AlarmStream(
            wire, sse(), writers::begin, String::valueOf, Alarm::text, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void tellsTheWholeStateAndThenThatItIsWhole() {
        begin();
        stream.whole(List.of(alarm(AlarmState.OPEN), alarm(AlarmState.TAKEN)));
        writers.work();
        assertEquals(3, wire.sent.size());
        assertTrue(wire.sent.get(0).contains("state=open"));
        assertTrue(wire.sent.get(2).startsWith("whole "));
        assertTrue(wire.sent.get(2).contains("open=1"));
        assertTrue(wire.sent.get(2).contains("taken=1"));
    }

    @Test
    void aBrowserThatStopsReadingIsLetGo() {
        begin();
        for (int i = 0; i < 2000; i++) {
            stream.changed(alarm(AlarmState.OPEN));
        }
        assertTrue(wire.closed);
        assertEquals(1, unsubscribed.get());
    }

    @Test
    void aBrowserThatWentAwayIsForgottenAtTheNextWord() {
        begin();
        wire.closed = true;
        stream.changed(alarm(AlarmState.OPEN));
        writers.work();
        assertEquals(1, unsubscribed.get());
        assertEquals(List.of(), wire.sent);
    }

    @Test
    void aWriteThatFailsEndsTheStream() {
        begin();
        wire.broken = true;
        stream.changed(alarm(AlarmState.OPEN));
        writers.work();
        assertTrue(wire.closed);
        assertEquals(1, unsubscribed.get());
    }

    @Test
    void endsAfterAMinuteSoThatTheSessionIsAskedForAgain() {
        begin();
        stream.beat(NOON.plusSeconds(59));
        writers.work();
        assertFalse(wire.closed);
        stream.beat(NOON.plus(Duration.ofSeconds(61)));
        writers.work();
        assertTrue(wire.closed);
        assertEquals(1, unsubscribed.get());
    }

    @Test
    void endingFirstSaysWhatWasWaiting() {
        begin();
        stream.changed(alarm(AlarmState.OPEN));
        stream.ended();
        writers.work();
        assertEquals(1, wire.sent.size());
        assertTrue(wire.closed);
    }

    @Test
    void aStreamThatEndedBeforeItWasSubscribedLeavesNoSubscription() {
        writers.full = true;
        stream.changed(alarm(AlarmState.OPEN));
        begin();
        assertEquals(1, unsubscribed.get());
    }

    private void begin() {
        stream.begin(unsubscribed::incrementAndGet);
    }

    private static Alarm alarm(AlarmState state) {
        return new Alarm(
                AlarmId.next(),
                OrganisationId.next(),
                DeviceId.next(),
                null,
                "Bod 3",
                null,
                "fall",
                1,
                state,
                "",
                NOON,
                NOON,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                1);
    }

    /** Threads that work when they are told to. */
    private static final class Writers {
        private final Queue<Runnable> begun = new ArrayDeque<>();
        private boolean full;

        boolean begin(Runnable work) {
            return !full && begun.add(work);
        }

        void work() {
            while (!begun.isEmpty()) {
                begun.remove().run();
            }
        }
    }

    /** The browser's end. */
    private static final class Wire implements SseEventSink {
        private final List<String> sent = new ArrayList<>();
        private boolean closed;
        private boolean broken;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (broken) {
                return CompletableFuture.failedFuture(new IOException("broken pipe"));
            }
            sent.add((event.getName() == null ? "" : event.getName() + " ") + event.getData());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
            if (broken) {
                throw new UncheckedIOException(new IOException("Connection is closed"));
            }
        }
    }

    private static Sse sse() {
        return proxy(Sse.class, Map.of("newEventBuilder", AlarmStreamTest::builder));
    }

    private static OutboundSseEvent.Builder builder() {
        Map<String, Object> given = new HashMap<>();
        return (OutboundSseEvent.Builder) Proxy.newProxyInstance(
                AlarmStreamTest.class.getClassLoader(),
                new Class<?>[] {OutboundSseEvent.Builder.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("build")) {
                        return proxy(
                                OutboundSseEvent.class,
                                Map.of("getName", () -> given.get("name"), "getData", () -> given.get("data")));
                    }
                    given.put(method.getName(), arguments[0]);
                    return self;
                });
    }

    private interface Answer {
        Object get();
    }

    private static <T> T proxy(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answers.get(method.getName())
                        .get()));
    }
}
