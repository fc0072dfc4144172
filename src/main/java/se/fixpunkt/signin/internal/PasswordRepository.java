package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixpunkt.shared.PersonId;

/** Password hashes in the database. */
@ApplicationScoped
class PasswordRepository {
    private final EntityManager entities;

    @Inject
    PasswordRepository(EntityManager entities) {
        this.entities = entities;
    }

    void keep(StoredPassword password) {
        entities.merge(password);
    }

    Optional<String> hashOf(PersonId person) {
        return Optional.ofNullable(entities.find(StoredPassword.class, person.value()))
                .map(StoredPassword::hash);
    }
}
