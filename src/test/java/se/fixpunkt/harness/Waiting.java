package se.fixpunkt.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of sleeping for a guess. */
public final class Waiting {
    private static final Duration PACE = Duration.ofMillis(50);

    private Waiting() {}

    /** Fails with the words when the condition has not come true in time. */
    public static void until(String words, Duration limit, BooleanSupplier condition) {
        if (!until(limit, PACE, condition, () -> {})) {
            throw new AssertionError("Not within " + limit.toMillis() + " ms: " + words);
        }
    }

    /**
     * Asks again and again until the condition is true or the time is over; gives whether it came true.
     *
     * @param orElse run after each no; may throw to give up early
     */
    static boolean until(Duration limit, Duration pace, BooleanSupplier condition, Runnable orElse) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            // Asked before the condition: who was kept from looking until the time was over still gets his look.
            boolean last = System.nanoTime() - end > 0;
            if (condition.getAsBoolean()) {
                return true;
            }
            orElse.run();
            if (last) {
                return false;
            }
            try {
                Thread.sleep(pace.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted while waiting", e);
            }
        }
    }
}
