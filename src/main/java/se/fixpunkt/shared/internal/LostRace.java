package se.fixpunkt.shared.internal;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a transaction that lost a race, and may be run again as a whole, from one that failed for good. */
final class LostRace {
    /** 1213 deadlock or certification, 1205 lock wait, 1020 snapshot changed, 1047 node not ready. */
    private static final Set<Integer> CODES = Set.of(1213, 1205, 1020, 1047);

    /** A certification failure at COMMIT reaches us as a SystemException with the cause as text only. */
    private static final Pattern AS_TEXT =
            Pattern.compile("(?i)deadlock found|record has changed since last read|lock wait timeout exceeded"
                    + "|WSREP has not yet prepared|\\(conn=\\d+\\).*(?:1213|1020|1205|1047)");

    private static final int DEPTH = 20;

    private LostRace() {}

    static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (isLostRace(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isLostRace(Throwable cause) {
        if (cause instanceof OptimisticLockException) {
            return true;
        }
        if (cause instanceof SQLException sql) {
            return CODES.contains(sql.getErrorCode()) || "25S03".equals(sql.getSQLState());
        }
        String text = cause.getMessage();
        return text != null && AS_TEXT.matcher(text).find();
    }
}
