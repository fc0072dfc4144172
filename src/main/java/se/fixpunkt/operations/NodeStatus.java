package se.fixpunkt.operations;

import java.time.Instant;

/**
 * One application node.
 *
 * @param seenAt by its own clock
 * @param silentSeconds since its last sign of life, by the clock of the node that was asked
 * @param report what it said of itself then
 */
public record NodeStatus(
        String name,
        String version,
        Instant startedAt,
        Instant seenAt,
        long silentSeconds,
        Condition condition,
        NodeReport report) {

    /** Whether its report is of now. */
    public boolean isRunning() {
        return condition == Condition.READY || condition == Condition.NOT_READY;
    }

    public enum Condition {
        READY,
        NOT_READY,
        /** Heard nothing of it, and it had not said goodbye. */
        SILENT,
        /** Stopped in good order. */
        STOPPED
    }
}
