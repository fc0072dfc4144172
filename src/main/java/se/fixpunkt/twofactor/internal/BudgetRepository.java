package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** What an account may spend in an hour, counted by conditional update. */
@ApplicationScoped
class BudgetRepository extends JdbcRepository {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    BudgetRepository(DataSource database) {
        super(database);
    }

    /** Spends one; or says how long to wait. */
    Optional<Duration> spend(Item item, PersonId person, Instant now) {
        if (spendOne(item, person, now)) {
            return Optional.empty();
        }
        begin(person, now);
        if (spendOne(item, person, now)) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, hourEnd(person).orElse(now)));
    }

    /** The account's first hour, or another when the one before is over; somebody else may have begun it just now. */
    private void begin(PersonId person, Instant now) {
        int renewed = update(
                "UPDATE one_time_code_budget SET hour_ends_at = ?, tries = 0, sendings = 0"
                        + " WHERE person_id = ? AND hour_ends_at <= ?",
                now.plus(HOUR),
                person.value(),
                now);
        if (renewed == 0) {
            insert(
                    "INSERT INTO one_time_code_budget (person_id, hour_ends_at, tries, sendings) VALUES (?, ?, 0, 0)",
                    person.value(),
                    now.plus(HOUR));
        }
    }

    private boolean spendOne(Item item, PersonId person, Instant now) {
        return update(item.spending, person.value(), item.most, now) == 1;
    }

    private Optional<Instant> hourEnd(PersonId person) {
        return find(
                row -> instant(row, "hour_ends_at"),
                "SELECT hour_ends_at FROM one_time_code_budget WHERE person_id = ?",
                person.value());
    }

    /** What is counted, and how many there are in an hour. */
    enum Item {
        TRY(
                100,
                "UPDATE one_time_code_budget SET tries = tries + 1"
                        + " WHERE person_id = ? AND tries < ? AND hour_ends_at > ?"),
        LETTER(
                20,
                "UPDATE one_time_code_budget SET sendings = sendings + 1"
                        + " WHERE person_id = ? AND sendings < ? AND hour_ends_at > ?");

        private final int most;
        private final String spending;

        Item(int most, String spending) {
            this.most = most;
            this.spending = spending;
        }
    }
}
