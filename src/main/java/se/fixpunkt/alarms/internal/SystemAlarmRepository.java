package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.SystemAlarmRaised;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Alarms without a device. The unique key on the condition lets one node through. */
@ApplicationScoped
class SystemAlarmRepository extends JdbcRepository {

    @Inject
    SystemAlarmRepository(DataSource database) {
        super(database);
    }

    /** Whose alarm a condition has. */
    record Standing(AlarmId alarm, OrganisationId organisation) {}

    /** Whether it was added; false when the condition has an alarm. */
    boolean add(SystemAlarmRaised alarm) {
        return insert(
                """
                INSERT INTO alarm (id, organisation_id, device_id, signal_id, kind, priority, state, text, raised_at,
                    received_at, late, changed_at, version, standing_condition)
                VALUES (?, ?, NULL, NULL, ?, ?, 'OPEN', ?, ?, ?, FALSE, ?, 1, ?)
                """,
                alarm.alarm().value(),
                alarm.organisation().value(),
                AlarmKind.SYSTEM.wire(),
                alarm.condition().priority().value(),
                alarm.condition().text(),
                alarm.raisedAt(),
                alarm.raisedAt(),
                alarm.raisedAt(),
                alarm.condition().key());
    }

    List<String> standing() {
        return list(
                row -> row.getString("standing_condition"),
                "SELECT standing_condition FROM alarm WHERE standing_condition IS NOT NULL");
    }

    Optional<Standing> standing(String key) {
        return find(
                row -> new Standing(new AlarmId(uuid(row, "id")), new OrganisationId(uuid(row, "organisation_id"))),
                "SELECT id, organisation_id FROM alarm WHERE standing_condition = ?",
                key);
    }

    /** Whether it stood until now; of several nodes that say so one is right. */
    boolean end(AlarmId alarm, String key, Instant at) {
        return update(
                        """
                        UPDATE alarm SET standing_condition = NULL, changed_at = ?, version = version + 1
                        WHERE id = ? AND standing_condition = ?
                        """,
                        at,
                        alarm.value(),
                        key)
                == 1;
    }
}
