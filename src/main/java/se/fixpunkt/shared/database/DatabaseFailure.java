package se.fixpunkt.shared.database;

import java.sql.SQLException;

/** The database refused or did not answer; the cause tells which, and whether another try is worth it. */
@SuppressWarnings("serial")
public final class DatabaseFailure extends IllegalStateException {
    public DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
