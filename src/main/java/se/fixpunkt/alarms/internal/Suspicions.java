package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Overheard.Direction;

/**
 * Counts what strangers send, and tells it every few seconds: ten thousand wrong frames are a handful of statements and one
 * alarm. Bounded; what a node that dies had not told yet still stands in the conversation log.
 */
@ApplicationScoped
class Suspicions {
    /** Verdicts of receivers that mean that the sender has not what the device has. */
    private static final Set<String> WRONG_KEY =
            Set.of("wrong-key", "wrong-password", "wrong-signature", "no-signature", "not-encrypted", "replayed");

    private static final int SENDERS = 5_000;

    private final SuspicionDesk desk;
    private final Map<DeviceIdentity, Suspicion> strangers = new HashMap<>();
    private final Map<DeviceId, Suspicion> wrongKeys = new HashMap<>();

    @Inject
    Suspicions(SuspicionDesk desk) {
        this.desk = desk;
    }

    /** Whether an exchange is something to count: what answers a message of ours is not. */
    static boolean concerns(LoggedExchange exchange) {
        return exchange.direction() == Direction.IN
                && exchange.identity() != null
                && !exchange.verdict().equals("delivered")
                && (exchange.device() == null || WRONG_KEY.contains(exchange.verdict()));
    }

    synchronized void came(@Observes(during = TransactionPhase.AFTER_SUCCESS) Refusals refusals) {
        for (LoggedExchange message : refusals.messages()) {
            if (message.device() != null) {
                count(wrongKeys, message.device(), message);
            } else {
                count(strangers, new DeviceIdentity(message.protocol(), message.identity()), message);
            }
        }
    }

    private static <K> void count(Map<K, Suspicion> known, K who, LoggedExchange message) {
        if (known.containsKey(who) || known.size() < SENDERS) {
            known.merge(who, Suspicion.of(message), Suspicion::and);
        }
    }

    void tell() {
        Map<DeviceIdentity, Suspicion> newStrangers = taken(strangers);
        if (!newStrangers.isEmpty()) {
            desk.strangers(newStrangers);
        }
        taken(wrongKeys).forEach(desk::wrongKey);
        desk.endWrongKeys();
    }

    private synchronized <K> Map<K, Suspicion> taken(Map<K, Suspicion> from) {
        Map<K, Suspicion> all = Map.copyOf(from);
        from.clear();
        return all;
    }
}
