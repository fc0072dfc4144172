package se.fixpunkt.alarms.receiver.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who was refused too often. Counted for an address and an identity together, so that a stranger behind the same
 * translator silences no other device. Bounded; used by many threads.
 */
final class Strikes {
    static final Duration ROUND = Duration.ofMinutes(1);
    private static final int MOST = 60;
    private static final int COUNTED = 10_000;

    private final Map<String, Integer> strikes = new HashMap<>();
    private Instant roundEnds = Instant.MIN;

    synchronized boolean isOut(String who, Instant now) {
        begin(now);
        return strikes.getOrDefault(who, 0) >= MOST;
    }

    synchronized void add(String who, Instant now) {
        begin(now);
        if (strikes.size() < COUNTED || strikes.containsKey(who)) {
            strikes.merge(who, 1, Integer::sum);
        }
    }

    private void begin(Instant now) {
        if (!now.isBefore(roundEnds)) {
            strikes.clear();
            roundEnds = now.plus(ROUND);
        }
    }
}
