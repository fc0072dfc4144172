package se.fixpunkt.users.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.users.Organisation;

/** Founded once, at the first start. */
@Entity
@Table(name = "organisation")
class StoredOrganisation {
    @Id
    private UUID id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected StoredOrganisation() {}

    StoredOrganisation(OrganisationId id, String name, Instant now) {
        this.id = id.value();
        this.name = name;
        this.createdAt = now;
    }

    Organisation seen() {
        return new Organisation(new OrganisationId(id), name);
    }
}
