package se.fixpunkt.architecture.violators.archive;

import java.util.UUID;

/** A front door without a fault. */
public interface Papers {
    String title(UUID paper);
}
