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

    @Inject
    PersonRepository(EntityManager entities) {
        this.entities = entities;
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

    Optional<StoredPerson> find(EmailAddress email) {
        return entities.createQuery("SELECT p FROM StoredPerson p WHERE p.emailKey = :key", StoredPerson.class)
                .setParameter("key", email.key())
                .getResultStream()
                .findFirst();
    }

    List<StoredPerson> all(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> wanted = ids.stream().map(PersonId::value).distinct().toList();
        return entities.createQuery("SELECT p FROM StoredPerson p WHERE p.id IN :ids", StoredPerson.class)
                .setParameter("ids", wanted)
                .getResultList();
    }

    /** @param after the e-mail key that the page before ended with; empty for the first page */
    List<StoredPerson> page(OrganisationId organisation, String after, int limit) {
        return entities.createQuery(
                        "SELECT p FROM StoredPerson p WHERE p.organisationId = :organisation AND p.emailKey > :after"
                                + " ORDER BY p.emailKey",
                        StoredPerson.class)
                .setParameter("organisation", organisation.value())
                .setParameter("after", after)
                .setMaxResults(limit)
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
