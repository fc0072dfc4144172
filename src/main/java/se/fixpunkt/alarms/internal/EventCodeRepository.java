package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** What organisations have changed in the tables of event codes. */
@ApplicationScoped
class EventCodeRepository extends JdbcRepository {
    private static final String CHANGE =
            "SELECT id, organisation_id, list, code, kind, about, priority FROM event_code ";

    @Inject
    EventCodeRepository(DataSource database) {
        super(database);
    }

    /** One code as an organisation has changed it. */
    record Change(UUID id, OrganisationId organisation, CodeList list, String code, EventMeaning meaning) {}

    /** Of everybody: rarely more than some dozens. */
    List<Change> all() {
        return list(EventCodeRepository::change, CHANGE);
    }

    List<Change> of(OrganisationId organisation, CodeList list) {
        return list(
                EventCodeRepository::change,
                CHANGE + "WHERE organisation_id = ? AND list = ? ORDER BY code",
                organisation.value(),
                list.wire());
    }

    /** Nobody changes it before the transaction ends. */
    Optional<Change> locked(OrganisationId organisation, CodeList list, String code) {
        return find(
                EventCodeRepository::change,
                CHANGE + "WHERE organisation_id = ? AND list = ? AND code = ? FOR UPDATE",
                organisation.value(),
                list.wire(),
                code);
    }

    void put(Change change, Instant at) {
        update(
                """
                INSERT INTO event_code (id, organisation_id, list, code, kind, about, priority, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE kind = VALUES(kind), about = VALUES(about), priority = VALUES(priority),
                    changed_at = VALUES(changed_at)
                """,
                change.id(),
                change.organisation().value(),
                change.list().wire(),
                change.code(),
                change.meaning().kind(),
                change.meaning().about().wire(),
                change.meaning().priority().value(),
                at);
    }

    void remove(UUID id) {
        update("DELETE FROM event_code WHERE id = ?", id);
    }

    private static Change change(ResultSet row) throws SQLException {
        String about = row.getString("about");
        return new Change(
                uuid(row, "id"),
                new OrganisationId(uuid(row, "organisation_id")),
                CodeList.of(row.getString("list")).orElseThrow(),
                row.getString("code"),
                new EventMeaning(
                        SignalKind.valueOf(row.getString("kind")),
                        Arrays.stream(AlarmKind.values())
                                .filter(kind -> kind.wire().equals(about))
                                .findFirst()
                                .orElse(AlarmKind.OTHER),
                        new Priority(row.getInt("priority"))));
    }
}
