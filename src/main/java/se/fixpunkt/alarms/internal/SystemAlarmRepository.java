package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmState;
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
            "SELECT id, organisation_id, standing_condition, state, repeats, changed_at FROM alarm";

    @Inject
    SystemAlarmRepository(DataSource database) {
        super(database);
    }

    /**
     * Whose alarm a condition has.
     *
     * @param closed whether the operators are done with it, so that nobody sees what is counted on it
     * @param count what is counted on it
     */
    record Standing(
            AlarmId alarm, OrganisationId organisation, String key, boolean closed, long count, Instant changedAt) {}

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

    /** So many more are counted on each of them, in one statement, in the order given. */
    void count(Map<AlarmId, Integer> more, Instant at) {
        if (more.isEmpty()) {
            return;
        }
        String counts = more.entrySet().stream()
                .map(one -> "[\"" + one.getKey().value() + "\"," + one.getValue() + "]")
                .collect(Collectors.joining(",", "[", "]"));
        update(
                """
                UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id VARCHAR(36) PATH '$[0]', n INT PATH '$[1]')) AS more
                STRAIGHT_JOIN alarm a ON a.id = more.id
                SET a.repeats = a.repeats + more.n, a.changed_at = ?, a.version = a.version + 1
                """,
                counts,
                at);
    }

    /** How many alarms are counted on each alarm of a flood's device since the flood began, as they are stored. */
    Map<AlarmId, Integer> countedDuring(AlarmId flood) {
        Map<AlarmId, Integer> counted = new HashMap<>();
        list(
                row -> counted.put(new AlarmId(uuid(row, "counted_on")), row.getInt("n")),
                """
                SELECT c.counted_on, COUNT(*) AS n
                FROM alarm f JOIN alarm c
                    ON c.device_id = f.device_id AND c.received_at >= f.raised_at - INTERVAL 1 MINUTE
                WHERE f.id = ? AND c.counted_on IS NOT NULL GROUP BY c.counted_on
                """,
                flood.value());
        return counted;
    }

    /** As {@link #countedDuring}, of all devices that are at the site of the flood's device and seen by the same people. */
    Map<AlarmId, Integer> countedAtSiteDuring(AlarmId flood) {
        Map<AlarmId, Integer> counted = new HashMap<>();
        list(
                row -> counted.put(new AlarmId(uuid(row, "counted_on")), row.getInt("n")),
                """
                SELECT c.counted_on, COUNT(*) AS n
                FROM alarm f JOIN device one ON one.id = f.device_id
                JOIN device d ON d.site = one.site AND d.group_id <=> one.group_id
                JOIN alarm c ON c.device_id = d.id AND c.received_at >= f.raised_at - INTERVAL 1 MINUTE
                WHERE f.id = ? AND c.counted_on IS NOT NULL GROUP BY c.counted_on
                """,
                flood.value());
        return counted;
    }

    /** A counter that shows too little, because a node died with what it had not written yet, is set right. */
    void correct(Map<AlarmId, Integer> counted, Instant at) {
        batch(
                "UPDATE alarm SET repeats = ?, changed_at = ?, version = version + 1 WHERE id = ? AND repeats < ?",
                counted.entrySet().stream()
                        .map(one ->
                                new Object[] {one.getValue(), at, one.getKey().value(), one.getValue()})
                        .toList());
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
                AlarmState.valueOf(row.getString("state")) == AlarmState.CLOSED,
                row.getLong("repeats"),
                instant(row, "changed_at"));
    }

    /** The condition lasts and is free for another alarm. */
    void leave(AlarmId alarm, String key) {
        update(
                "UPDATE alarm SET standing_condition = NULL WHERE id = ? AND standing_condition = ?",
                alarm.value(),
                key);
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
