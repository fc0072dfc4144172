package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.shared.OrganisationId;

/** Organisations in the database. */
@ApplicationScoped
class OrganisationRepository {
    private final EntityManager entities;

    @Inject
    OrganisationRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredOrganisation organisation) {
        entities.persist(organisation);
        entities.flush();
    }

    Optional<StoredOrganisation> find(OrganisationId id) {
        return Optional.ofNullable(entities.find(StoredOrganisation.class, id.value()));
    }

    /** Makes two changes that each count the administrators collide, also on two nodes; the loser counts again. */
    void countAlone(OrganisationId id) {
        entities.find(StoredOrganisation.class, id.value(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Whether this node is the one that founds the first organisation: nobody exists and nobody else has begun. */
    boolean claimFirst(OrganisationId id, Instant now) {
        return entities.createNativeQuery(
                                "INSERT IGNORE INTO first_organisation (only_one, organisation_id, created_at)"
                                        + " SELECT 1, ?1, ?2 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM person)")
                        .setParameter(1, id.toString())
                        .setParameter(2, now)
                        .executeUpdate()
                == 1;
    }
}
