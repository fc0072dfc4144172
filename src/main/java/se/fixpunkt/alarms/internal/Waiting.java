package se.fixpunkt.alarms.internal;

import java.util.concurrent.CompletableFuture;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.NotStored;
import se.fixpunkt.alarms.Receipt;

/**
 * A message that waits for its commit.
 *
 * @param deadline by {@link System#nanoTime}; after it the device is told to try elsewhere
 */
record Waiting(Arrival arrival, CompletableFuture<Receipt> receipt, long deadline) {
    boolean isOver() {
        return receipt.isDone();
    }

    boolean isLate(long now) {
        return deadline - now <= 0;
    }

    void refuse() {
        receipt.completeExceptionally(new NotStored());
    }
}
