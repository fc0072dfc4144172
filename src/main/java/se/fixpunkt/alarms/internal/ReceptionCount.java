package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.shared.OpenToAnyone;

/** Counts what goes through this node's intake. */
@ApplicationScoped
class ReceptionCount implements Reception {
    private static final String NUMBERS = "numbers about the node itself; whoever shows them asks for permission";

    private final Clock clock;
    private final Map<Protocol, Counted> counted = new EnumMap<>(Protocol.class);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean open = true;

    @Inject
    ReceptionCount(Clock clock) {
        this.clock = clock;
        Arrays.stream(Protocol.values()).forEach(protocol -> counted.put(protocol, new Counted()));
    }

    void came() {
        waiting.incrementAndGet();
    }

    /** @param receipt null when the message could not be stored */
    void left(Protocol protocol, Receipt receipt) {
        waiting.decrementAndGet();
        Counted of = counted.get(protocol);
        boolean taken = receipt != null && receipt.outcome() != Outcome.REFUSED;
        (taken ? of.signals : of.refused).add(clock.instant());
    }

    @Override
    @OpenToAnyone(because = "a receiver speaks of itself")
    public void opened(Protocol protocol, int port, int securePort) {
        counted.get(protocol).securePort = securePort;
        counted.get(protocol).port = port;
    }

    @Override
    @OpenToAnyone(because = "a receiver speaks of itself")
    public void closed() {
        open = false;
    }

    @Override
    @OpenToAnyone(because = NUMBERS)
    public List<ReceiverState> receivers() {
        Instant now = clock.instant();
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue().port >= 0)
                .map(entry -> entry.getValue().state(entry.getKey(), open, now))
                .toList();
    }

    @Override
    @OpenToAnyone(because = NUMBERS)
    public int waiting() {
        return waiting.get();
    }

    private static final class Counted {
        private final MinuteCount signals = new MinuteCount();
        private final MinuteCount refused = new MinuteCount();
        /** Below 0 until the receiver has said whether it is there at all. */
        private volatile int port = -1;

        private volatile int securePort;

        private ReceiverState state(Protocol protocol, boolean open, Instant now) {
            return new ReceiverState(
                    protocol, port, securePort, open && port + securePort > 0, signals.sum(now), refused.sum(now));
        }
    }
}
