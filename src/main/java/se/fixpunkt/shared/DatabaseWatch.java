package se.fixpunkt.shared;

/** Looks at the database all the time on a connection of its own, so that asking what it saw never waits. */
public interface DatabaseWatch {

    /** What was seen last; {@link DatabaseSight#NONE} when that was too long ago. */
    DatabaseSight sight();
}
