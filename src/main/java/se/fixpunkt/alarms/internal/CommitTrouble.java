package se.fixpunkt.alarms.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether this node lately failed to commit what devices sent. It is over at the next commit, or after a while without
 * another failure: a node that nobody sends to any more must be tried again. A message that the database refuses for its own
 * sake is no trouble of the node, or one odd device could send a node out of the cluster.
 */
final class CommitTrouble {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final long NEVER = Long.MIN_VALUE;

    private final AtomicLong failedAt = new AtomicLong(NEVER);

    /** @param now by {@link System#nanoTime} */
    void failed(Throwable failure, long now) {
        if (!isAboutTheData(failure)) {
            failedAt.set(now);
        }
    }

    /** A message waited longer than its device does. */
    void late(long now) {
        failedAt.set(now);
    }

    void committed() {
        failedAt.set(NEVER);
    }

    boolean lasts(long now) {
        long failed = failedAt.get();
        return failed != NEVER && now - failed < REMEMBERED.toNanos();
    }

    /** SQLState 22 is a value that does not fit its column, 23 one that breaks a constraint. */
    private static boolean isAboutTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }
}
