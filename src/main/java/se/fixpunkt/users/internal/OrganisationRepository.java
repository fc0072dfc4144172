package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
}
