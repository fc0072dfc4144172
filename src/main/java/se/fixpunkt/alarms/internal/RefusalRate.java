package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often refused messages of one address are kept in the conversation log: whoever sends well-formed messages from
 * devices that do not exist must not fill the database. Registered devices are always kept. Used by the writer's thread.
 */
final class RefusalRate {
    private static final int PER_ADDRESS = 600;
    private static final int ADDRESSES = 10_000;
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Map<String, Integer> kept = new HashMap<>();
    private Instant roundEnds = Instant.MIN;

    /** @param peer address and port */
    synchronized boolean admits(String peer, Instant now) {
        if (!now.isBefore(roundEnds)) {
            kept.clear();
            roundEnds = now.plus(ROUND);
        }
        String address = peer.substring(0, Math.max(peer.lastIndexOf(':'), 0));
        return kept.size() < ADDRESSES && kept.merge(address, 1, Integer::sum) <= PER_ADDRESS;
    }
}
