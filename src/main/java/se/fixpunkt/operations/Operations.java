package se.fixpunkt.operations;

/**
 * The state of the whole installation, as its nodes report it. Takes {@code WATCH_OPERATIONS} in the organisation that runs
 * the installation; for everybody else there is nothing here.
 */
public interface Operations {

    /** Everything at once, read now. */
    Status status();
}
