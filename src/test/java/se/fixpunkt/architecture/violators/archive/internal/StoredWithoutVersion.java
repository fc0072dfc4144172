package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Two people could change it at once and one would lose. */
@Entity
class StoredWithoutVersion {
    @Id
    UUID id;
}
