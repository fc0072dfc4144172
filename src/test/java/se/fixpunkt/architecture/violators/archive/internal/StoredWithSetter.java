package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Anybody may make it anything. */
@Entity
class StoredWithSetter {
    @Id
    UUID id;

    @Version
    long version;

    void setId(UUID id) {
        this.id = id;
    }
}
