package se.fixpunkt.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the load tool knows of its own: which messages were acknowledged, and how long each of them waited for it. */
final class Book {
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final BitSet acknowledged = new BitSet();
    private long[] waits = new long[1 << 16];
    private int answers;

    /** The number of the next message; it stands in the message's text. */
    int next() {
        return numbers.getAndIncrement();
    }

    synchronized void acknowledged(int number, long nanos) {
        acknowledged.set(number);
        if (answers == waits.length) {
            waits = Arrays.copyOf(waits, answers * 2);
        }
        waits[answers++] = nanos;
    }

    void refused() {
        refused.incrementAndGet();
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    long silences() {
        return unanswered.get();
    }

    int sent() {
        return numbers.get();
    }

    synchronized int answers() {
        return answers;
    }

    long refusals() {
        return refused.get();
    }

    synchronized boolean isAcknowledged(int number) {
        return acknowledged.get(number);
    }

    synchronized BitSet all() {
        return (BitSet) acknowledged.clone();
    }

    /** p50, p99, p99.9 and the longest, in milliseconds, of the answers since the given one. */
    synchronized String waits(int since) {
        long[] sorted = Arrays.copyOfRange(waits, since, answers);
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return "no answer";
        }
        return String.format(
                "p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, at most %.1f ms",
                at(sorted, 500), at(sorted, 990), at(sorted, 999), sorted[sorted.length - 1] / 1e6);
    }

    private static double at(long[] sorted, int perMille) {
        return sorted[(int) ((sorted.length - 1) * (long) perMille / 1000)] / 1e6;
    }
}
