package se.fixpunkt.bills.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import se.fixpunkt.shared.database.DatabaseFailure;
import se.fixpunkt.shared.database.JdbcRepository;

/** A result set, one value at a time; good for as long as its statement is open. */
final class ReadRows<T> implements Iterator<T> {
    private final ResultSet found;
    private final JdbcRepository.Reader<T> reading;
    private boolean ready;

    ReadRows(ResultSet found, JdbcRepository.Reader<T> reading) {
        this.found = found;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        try {
            ready = ready || found.next();
            return ready;
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            return reading.read(found);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}
