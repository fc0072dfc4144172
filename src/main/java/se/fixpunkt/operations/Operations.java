package se.fixpunkt.operations;

/**
 * The state of the whole installation, as its nodes report it. Takes {@code WATCH_OPERATIONS} in the organisation that runs
 * the installation; for everybody else there is nothing here.
 */
public interface Operations {

    /** Everything at once, read now. */
    Status status();

    /**
     * Has the database's copies compared, row by row, in the background; {@link Status#comparison()} tells how it goes. It reads only.
     * Nothing more is asked for while one waits or goes on.
     */
    void compareCopies();
}
