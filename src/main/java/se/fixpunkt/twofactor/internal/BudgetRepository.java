package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixpunkt.shared.PersonId;

/** What an account may spend in an hour, counted by conditional update. */
@ApplicationScoped
class BudgetRepository {
    private static final Duration HOUR = Duration.ofHours(1);

    private final EntityManager entities;

    @Inject
    BudgetRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Spends one; or says how long to wait. */
    Optional<Duration> spend(Item item, PersonId person, Instant now) {
        begin(person, now);
        return spendOne(item, person, now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, hourEnd(person).orElse(now)));
    }

    private void begin(PersonId person, Instant now) {
        entities.createNativeQuery("INSERT IGNORE INTO one_time_code_budget (person_id, hour_ends_at, tries, sendings)"
                        + " VALUES (?1, ?2, 0, 0)")
                .setParameter(1, person.toString())
                .setParameter(2, now.plus(HOUR))
                .executeUpdate();
        entities.createNativeQuery("UPDATE one_time_code_budget SET hour_ends_at = ?1, tries = 0, sendings = 0"
                        + " WHERE person_id = ?2 AND hour_ends_at <= ?3")
                .setParameter(1, now.plus(HOUR))
                .setParameter(2, person.toString())
                .setParameter(3, now)
                .executeUpdate();
    }

    private boolean spendOne(Item item, PersonId person, Instant now) {
        return entities.createNativeQuery(item.spending)
                        .setParameter(1, person.toString())
                        .setParameter(2, item.most)
                        .setParameter(3, now)
                        .executeUpdate()
                == 1;
    }

    private Optional<Instant> hourEnd(PersonId person) {
        List<?> ends = entities.createNativeQuery("SELECT hour_ends_at FROM one_time_code_budget WHERE person_id = ?1")
                .setParameter(1, person.toString())
                .getResultList();
        return ends.stream().findFirst().map(end -> ((Timestamp) end).toInstant());
    }

    /** What is counted, and how many there are in an hour. */
    enum Item {
        TRY(
                100,
                "UPDATE one_time_code_budget SET tries = tries + 1"
                        + " WHERE person_id = ?1 AND tries < ?2 AND hour_ends_at > ?3"),
        LETTER(
                20,
                "UPDATE one_time_code_budget SET sendings = sendings + 1"
                        + " WHERE person_id = ?1 AND sendings < ?2 AND hour_ends_at > ?3");

        private final int most;
        private final String spending;

        Item(int most, String spending) {
            this.most = most;
            this.spending = spending;
        }
    }
}
