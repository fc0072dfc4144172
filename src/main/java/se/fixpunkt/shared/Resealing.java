package se.fixpunkt.shared;

import java.util.List;

/** Seals with today's key what older keys have sealed. May be stopped anywhere and begun again. */
public interface Resealing {

    /** The id of the key that this node seals with, in hexadecimal; it tells nothing about the key. */
    String keyId();

    /** How far it has come, counted a few seconds ago. */
    List<Progress> progress();

    /**
     * Seals some values anew, in a transaction of its own.
     *
     * @return how many; 0 when nothing is left that can be opened
     */
    int some();

    /**
     * @param column table and column
     * @param sealed values in all
     * @param left values that another key has sealed
     */
    record Progress(String column, long sealed, long left) {}
}
