package se.fixpunkt.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * A certificate in a file on a node; of a chain, the one that ends first.
 *
 * @param file its name without the directory
 * @param subject whose it is; null when it cannot be read
 * @param notAfter null when it cannot be read
 */
public record Certificate(String file, String subject, Instant notAfter) {

    /** Whole days left; below 0 when it has ended. */
    public long daysLeft(Instant now) {
        return notAfter == null
                ? 0
                : Math.floorDiv(
                        Duration.between(now, notAfter).toSeconds(),
                        Duration.ofDays(1).toSeconds());
    }
}
