package se.fixpunkt.architecture.violators.archive.internal;

import java.time.Instant;

/** Asks the machine for the time. */
class LooksAtTheWall {
    Instant now() {
        return Instant.now();
    }
}
