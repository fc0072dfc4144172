package se.fixpunkt.alarms.internal;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached, where trying again piece by piece is useless, from a row that it refuses. */
final class DatabaseAway {
    private static final int DEPTH = 20;

    private DatabaseAway() {}

    static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (isAway(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        if (cause instanceof SQLNonTransientConnectionException || cause instanceof SQLTransientConnectionException) {
            return true;
        }
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            // the server's pool wraps what it could not open in an exception without state or code
            return state == null ? sql.getErrorCode() == 0 : state.startsWith("08");
        }
        return cause instanceof java.net.SocketException || cause instanceof java.net.SocketTimeoutException;
    }
}
