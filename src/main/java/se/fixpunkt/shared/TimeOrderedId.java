package se.fixpunkt.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then a counter that keeps ids of one node in order within
 * the millisecond, then randomness. Sorting by id is sorting by time of creation, which auto-increment is not on Galera.
 */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    /** Milliseconds and counter of the newest id, so that a clock that steps back cannot break the order. */
    private static final AtomicLong NEWEST = new AtomicLong();

    private TimeOrderedId() {}

    public static UUID next() {
        long floor = System.currentTimeMillis() << COUNTER_BITS;
        long stamp = NEWEST.updateAndGet(newest -> Math.max(newest + 1, floor));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long most = (millis << 16) | 0x7000L | counter;
        long least = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
