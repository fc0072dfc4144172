package se.fixpunkt.alarms.internal;

import java.time.Instant;

/** How many there were in the last minute: one bucket per second, each used again a minute later. */
final class MinuteCount {
    private static final int SECONDS = 60;

    private final long[] counts = new long[SECONDS];
    private final long[] stamps = new long[SECONDS];

    synchronized void add(Instant at) {
        long second = at.getEpochSecond();
        int bucket = Math.floorMod(second, SECONDS);
        if (stamps[bucket] != second) {
            stamps[bucket] = second;
            counts[bucket] = 0;
        }
        counts[bucket]++;
    }

    synchronized long sum(Instant now) {
        long second = now.getEpochSecond();
        long sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            if (stamps[i] > second - SECONDS && stamps[i] <= second) {
                sum += counts[i];
            }
        }
        return sum;
    }
}
