package se.fixpunkt.bench;

import java.util.concurrent.locks.LockSupport;

/** When the next message is due: so many a second over all senders together, or as fast as answers come. */
final class Pace {
    private final long nanosBetween;
    private final long begin = System.nanoTime();
    private final long end;
    private long due;

    /** @param perSecond 0 for as fast as it goes */
    Pace(double perSecond, int seconds, int senders) {
        this.nanosBetween = perSecond == 0 ? 0 : (long) (1e9 * senders / perSecond);
        this.end = begin + seconds * 1_000_000_000L;
        this.due = begin;
    }

    boolean goesOn() {
        return System.nanoTime() < end;
    }

    /** Whether a message is due at once, so that it may share a write with the one before. */
    boolean isBehind() {
        return System.nanoTime() >= due;
    }

    boolean isPaced() {
        return nanosBetween != 0;
    }

    /** Waits until it is, and tells since when it was: waiting in the tool counts as waiting. */
    long await() {
        if (nanosBetween == 0) {
            return System.nanoTime();
        }
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        long wanted = due;
        due += nanosBetween;
        return wanted;
    }
}
