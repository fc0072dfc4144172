package se.fixpunkt.operations;

/**
 * A volume that a node writes to.
 *
 * @param path a directory on it
 * @param total in bytes; 0 when it could not be asked
 * @param free in bytes
 */
public record Disk(String path, long total, long free) {
    private static final int WHOLE = 100;

    /** Whole percent, rounded down; all of it when it could not be asked. */
    public long freePercent() {
        return total <= 0 ? WHOLE : free / Math.max(1, total / WHOLE);
    }
}
