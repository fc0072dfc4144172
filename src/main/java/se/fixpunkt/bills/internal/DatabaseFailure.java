package se.fixpunkt.bills.internal;

import java.sql.SQLException;

/** The database refused; a lost race among them is found by its cause and run again. */
@SuppressWarnings("serial")
final class DatabaseFailure extends IllegalStateException {
    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
