package se.fixpunkt.architecture.violators.archive.internal;

import java.util.UUID;

/** Ids that sort like nothing. */
class MakesRandomIds {
    UUID next() {
        return UUID.randomUUID();
    }
}
