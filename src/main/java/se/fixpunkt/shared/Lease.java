package se.fixpunkt.shared;

import java.time.Duration;

/**
 * Work that only one node may do at a time. Taken and kept by compare-and-set on a row, never by a named lock, which
 * Galera does not share between nodes.
 */
public interface Lease {

    /**
     * Takes the lease, or keeps it when this node has it already.
     *
     * @param name what the work is called, the same on all nodes
     * @param length how long it is ours without a renewal
     * @return whether this node has it now
     */
    boolean take(String name, Duration length);

    /** Gives it back early; nothing happens when it is not ours. */
    void release(String name);
}
