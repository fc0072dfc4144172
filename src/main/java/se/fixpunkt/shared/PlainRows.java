package se.fixpunkt.shared;

/**
 * Rows that an earlier release wrote in plain text and that this one keeps sealed. A context that has some says so with a CDI
 * bean of this type; it reads both forms until none is left.
 */
public interface PlainRows {

    /** The table they are in. */
    String table();

    /** How many there still are. */
    long left();

    /**
     * Seals some of them, in the caller's transaction. Two nodes may do so at once: a row is sealed by one of them.
     *
     * @return how many
     */
    int sealSome(int most);
}
