package se.fixpunkt.operations;

import java.time.Instant;

/**
 * What the backup's own files say.
 *
 * @param configured whether anybody has told where they are
 * @param last null before the first backup
 * @param drill null before the first drill
 */
public record Backup(boolean configured, Last last, Drill drill) {
    public static final Backup NOT_CONFIGURED = new Backup(false, null, null);

    /** The newer of the two, part by part: one node's files may be of yesterday. */
    public Backup newer(Backup other) {
        return new Backup(
                configured || other.configured,
                isNewer(last == null ? null : last.at(), other.last == null ? null : other.last.at())
                        ? other.last
                        : last,
                isNewer(drill == null ? null : drill.at(), other.drill == null ? null : other.drill.at())
                        ? other.drill
                        : drill);
    }

    private static boolean isNewer(Instant mine, Instant others) {
        return others != null && (mine == null || others.isAfter(mine));
    }

    /**
     * The latest backup.
     *
     * @param newestBinlogAt how far changes since then are kept; null when not told
     */
    public record Last(Instant at, String kind, long bytes, Instant newestBinlogAt) {}

    /**
     * The latest time that a backup was restored for the sake of knowing.
     *
     * @param newestRowAt the newest change in what was restored
     * @param reason what went wrong; empty when nothing did
     */
    public record Drill(Instant at, boolean ok, Instant newestRowAt, long rows, long seconds, String reason) {}
}
