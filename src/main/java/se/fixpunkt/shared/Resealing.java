package se.fixpunkt.shared;

import java.util.List;

/**
 * Seals with today's key what older keys have sealed, and what an earlier release left in plain text. May be stopped anywhere
 * and begun again.
 */
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
     * Seals some of the {@link PlainRows}, in a transaction of its own. A node of an earlier release cannot read them afterwards.
     *
     * @return how many; 0 when nothing is left that can be sealed
     */
    int somePlain();

    /**
     * @param column table and column; the table alone for rows in plain text
     * @param sealed values in all
     * @param left values that another key has sealed, or rows in plain text
     */
    record Progress(String column, long sealed, long left) {}
}
