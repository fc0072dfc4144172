package se.fixpunkt.shared;

import java.util.UUID;

/** The server process that this code runs in: one of several that share the database. */
public interface ThisNode {

    /** {@code FIXPUNKT_NODE}, else the machine's own name; at most 64 characters. */
    String name();

    /** The release that it runs. */
    String version();

    /** This process: a restart is another one, though its name stays. */
    UUID instance();
}
