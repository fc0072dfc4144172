package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.EmailTaken;
import se.fixpunkt.users.Right;

/** People in the database. */
@ApplicationScoped
class PersonRepository {
    private static final int DUPLICATE = 1062;

    private final EntityManager entities;
    private final PersonSeal seal;

    @Inject
    PersonRepository(EntityManager entities, PersonSeal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    /** Stores at once, so that an address that somebody else just took is refused here and not at the commit. */
    void add(StoredPerson person) {
        try {
            entities.persist(person);
            entities.flush();
        } catch (PersistenceException failure) {
            throw isDuplicate(failure) ? new EmailTaken() : failure;
        }
    }

    /** Lets a change get its version number before it is shown. */
    void flush() {
        entities.flush();
    }

    Optional<StoredPerson> find(PersonId id) {
        return Optional.ofNullable(entities.find(StoredPerson.class, id.value()));
    }

    Optional<StoredPerson> find(PersonId id, OrganisationId organisation) {
        return entities.createQuery(
                        "SELECT p FROM StoredPerson p WHERE p.id = :id AND p.organisationId = :organisation",
                        StoredPerson.class)
                .setParameter("id", id.value())
                .setParameter("organisation", organisation.value())
                .getResultStream()
                .findFirst();
    }

    /** By the address, sealed or not yet; of two whom nodes of different releases added at once, the first. */
    Optional<StoredPerson> find(EmailAddress email) {
        return entities.createQuery(
                        "SELECT p FROM StoredPerson p WHERE p.emailHash = :hash OR p.plainEmailKey = :key"
                                + " ORDER BY p.createdAt, p.id",
                        StoredPerson.class)
                .setParameter("hash", seal.hash(email))
                .setParameter("key", email.key())
                .getResultStream()
                .findFirst();
    }

    /** In no order. Their rights come with one more query, not with one each. */
    List<StoredPerson> all(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> wanted = ids.stream().map(PersonId::value).distinct().toList();
        return entities.createQuery("SELECT p FROM StoredPerson p WHERE p.id IN :ids", StoredPerson.class)
                .setParameter("ids", wanted)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.rights")
                .getResultList();
    }

    List<StoredPerson> having(OrganisationId organisation, Right right) {
        return entities.createQuery(
                        "SELECT p FROM StoredPerson p WHERE p.organisationId = :organisation AND p.active = TRUE"
                                + " AND :right MEMBER OF p.rights",
                        StoredPerson.class)
                .setParameter("organisation", organisation.value())
                .setParameter("right", right)
                .getResultList();
    }

    boolean isActiveWith(PersonId person, Right right) {
        return entities.createQuery(
                                "SELECT COUNT(p) FROM StoredPerson p WHERE p.id = :id AND p.active = TRUE"
                                        + " AND :right MEMBER OF p.rights",
                                Long.class)
                        .setParameter("id", person.value())
                        .setParameter("right", right)
                        .getSingleResult()
                > 0;
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
                return true;
            }
        }
        return false;
    }
}
