package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.SystemAlarmRaised;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Alarms without a device. The unique key on the condition lets one node through. */
@ApplicationScoped
class SystemAlarmRepository extends JdbcRepository {
    private static final int LONGEST_TEXT = 512;
    private static final String STANDING =
            "SELECT id, organisation_id, standing_condition, repeats, changed_at FROM alarm";

    @Inject
    SystemAlarmRepository(DataSource database) {
        super(database);
    }

    /**
     * Whose alarm a condition has.
     *
     * @param count what is counted on it
     */
    record Standing(AlarmId alarm, OrganisationId organisation, String key, long count, Instant changedAt) {}

    /**
     * An alarm that no device has sent.
     *
     * @param device null when it is not about one device
     * @param key of its condition; null for one that is over already
     */
    record StandingAlarm(
            AlarmId alarm,
            OrganisationId organisation,
            DeviceId device,
            AlarmKind kind,
            Priority priority,
            String text,
            Instant raisedAt,
            String key) {
        StandingAlarm {
            text = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        }
    }

    /** Whether it was added; false when the condition has an alarm. */
    boolean add(SystemAlarmRaised alarm) {
        return add(new StandingAlarm(
                alarm.alarm(),
                alarm.organisation(),
                null,
                AlarmKind.SYSTEM,
                alarm.condition().priority(),
                alarm.condition().text(),
                alarm.raisedAt(),
                alarm.condition().key()));
    }

    /** Whether it was added; false when the condition has an alarm. */
    boolean add(StandingAlarm alarm) {
        return insert(
                """
                INSERT INTO alarm (id, organisation_id, device_id, signal_id, kind, priority, state, text, raised_at,
                    received_at, late, changed_at, version, standing_condition)
                VALUES (?, ?, ?, NULL, ?, ?, 'OPEN', ?, ?, ?, FALSE, ?, 1, ?)
                """,
                alarm.alarm().value(),
                alarm.organisation().value(),
                alarm.device() == null ? null : alarm.device().value(),
                alarm.kind().wire(),
                alarm.priority().value(),
                alarm.text(),
                alarm.raisedAt(),
                alarm.raisedAt(),
                alarm.raisedAt(),
                alarm.key());
    }

    /** Conditions whose keys begin so. */
    List<Standing> ofKind(String beginning) {
        return list(SystemAlarmRepository::standing, STANDING + " WHERE standing_condition LIKE ?", beginning + "%");
    }

    /** @param text null keeps it */
    void count(AlarmId alarm, long more, String text, Instant at) {
        update(
                """
                UPDATE alarm SET repeats = repeats + ?, text = COALESCE(?, text), changed_at = ?, version = version + 1
                WHERE id = ?
                """,
                more,
                text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
                at,
                alarm.value());
    }

    List<String> standing() {
        return list(
                row -> row.getString("standing_condition"),
                "SELECT standing_condition FROM alarm WHERE standing_condition IS NOT NULL"
                        + " AND standing_condition NOT LIKE '" + StandingAlarms.OWN + "%'");
    }

    Optional<Standing> standing(String key) {
        return find(SystemAlarmRepository::standing, STANDING + " WHERE standing_condition = ?", key);
    }

    Optional<Standing> current(String key) {
        return find(
                SystemAlarmRepository::standing, STANDING + " WHERE standing_condition = ? LOCK IN SHARE MODE", key);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new AlarmId(uuid(row, "id")),
                new OrganisationId(uuid(row, "organisation_id")),
                row.getString("standing_condition"),
                row.getLong("repeats"),
                instant(row, "changed_at"));
    }

    /** Whether it stood until now; of several nodes that say so one is right. */
    boolean end(AlarmId alarm, String key, Instant at) {
        return update(
                        """
                        UPDATE alarm SET standing_condition = NULL, restored_at = ?, changed_at = ?, version = version + 1
                        WHERE id = ? AND standing_condition = ?
                        """,
                        at,
                        at,
                        alarm.value(),
                        key)
                == 1;
    }
}
