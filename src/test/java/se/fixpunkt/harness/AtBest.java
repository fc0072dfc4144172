package se.fixpunkt.harness;

import java.time.Duration;

/**
 * A bound on time that holds on a machine that is taken away for seconds now and then: what is quick is quick at one of several
 * tries, what is slow at none.
 */
public final class AtBest {
    private static final int TRIES = 8;

    private AtBest() {}

    /** One try; gives how long it took. */
    @FunctionalInterface
    public interface Try<X extends Exception> {
        Duration take() throws X;
    }

    /** Passes at the first try that took at most so long, and fails when none did. */
    public static <X extends Exception> void within(String what, Duration limit, Try<X> measured) throws X {
        Duration best = measured.take();
        for (int tries = 1; tries < TRIES && best.compareTo(limit) > 0; tries++) {
            Duration took = measured.take();
            best = took.compareTo(best) < 0 ? took : best;
        }
        if (best.compareTo(limit) > 0) {
            throw new AssertionError(
                    what + " took " + best.toMillis() + " ms at best, more than " + limit.toMillis() + " ms");
        }
    }

    /** How long the work takes. */
    public static Duration of(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return since(begun);
    }

    /** @param begun by {@link System#nanoTime()} */
    public static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
