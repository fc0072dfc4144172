package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Disposition;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/**
 * Alarms, one organisation at a time. Each deed is one conditional update; its row count says who won. Whom an unclosed alarm
 * is about comes sealed with the same row, so that a queue of any length is one question.
 */
@ApplicationScoped
class QueueRepository extends JdbcRepository {
    private static final String ALARM =
            """
            SELECT a.id, a.organisation_id, a.device_id, a.kind, a.priority, a.state, a.text, a.raised_at, a.received_at,
                a.late, a.taken_by, a.taken_by_name, a.taken_at, a.closed_by, a.closed_at, a.disposition, a.closing_text,
                a.restored_at, a.repeats, a.version, COALESCE(d.protocol, r.protocol) AS protocol, COALESCE(d.identity, r.identity) AS identity,
                COALESCE(d.name, r.name, IF(a.device_id IS NULL, 'Fixpunkt', NULL)) AS device_name,
                IF(a.state = 'CLOSED', NULL, d.sealed_record) AS sealed_record
            FROM alarm a
            LEFT JOIN device d ON d.id = a.device_id
            LEFT JOIN removed_device r ON r.id = a.device_id
            WHERE a.organisation_id = ?
            """;

    /** Ids in one statement. */
    private static final int CHUNK = 200;

    private final DeviceRecords records;

    @Inject
    QueueRepository(DataSource database, DeviceRecords records) {
        super(database);
        this.records = records;
    }

    Optional<Alarm> alarm(OrganisationId organisation, AlarmId id) {
        return find(this::alarm, ALARM + " AND a.id = ?", organisation.value(), id.value());
    }

    /** What is committed now, whatever the transaction has read before. */
    Optional<Alarm> current(OrganisationId organisation, AlarmId id) {
        return find(this::alarm, ALARM + " AND a.id = ? LOCK IN SHARE MODE", organisation.value(), id.value());
    }

    /** By priority, then age. */
    List<Alarm> queue(OrganisationId organisation, AlarmState state, Cursor after, int limit) {
        String order = " AND a.state = ? %s ORDER BY a.priority, a.received_at, a.id LIMIT ?";
        if (after == null) {
            return list(this::alarm, ALARM + order.formatted(""), organisation.value(), state.name(), limit);
        }
        return list(
                this::alarm,
                ALARM + order.formatted("AND (a.priority, a.received_at, a.id) > (?, ?, ?)"),
                organisation.value(),
                state.name(),
                after.priority(),
                after.at(),
                after.id(),
                limit);
    }

    /**
     * The newest first.
     *
     * @param state null for all
     */
    List<Alarm> history(OrganisationId organisation, AlarmState state, Cursor after, int limit) {
        return state == null
                ? newest(organisation, "", List.of(), after, limit)
                : newest(organisation, " AND a.state = ?", List.of(state.name()), after, limit);
    }

    /** The newest first. */
    List<Alarm> ofDevice(OrganisationId organisation, DeviceId device, Cursor after, int limit) {
        return newest(organisation, " AND a.device_id = ?", List.of(device.value()), after, limit);
    }

    private List<Alarm> newest(OrganisationId organisation, String condition, List<?> chosen, Cursor after, int limit) {
        StringBuilder sql = new StringBuilder(ALARM).append(condition);
        List<Object> values = new ArrayList<>(List.of(organisation.value()));
        values.addAll(chosen);
        if (after != null) {
            sql.append(" AND (a.received_at, a.id) < (?, ?)");
            Collections.addAll(values, after.at(), after.id());
        }
        values.add(limit);
        return list(
                this::alarm,
                sql.append(" ORDER BY a.received_at DESC, a.id DESC LIMIT ?").toString(),
                values.toArray());
    }

    /** Which alarms are open or taken, and in what version. From the index alone. */
    Map<AlarmId, Long> unclosed(OrganisationId organisation) {
        Map<AlarmId, Long> versions = new HashMap<>();
        list(
                row -> versions.put(new AlarmId(uuid(row, "id")), row.getLong("version")),
                "SELECT id, version FROM alarm WHERE organisation_id = ? AND state IN ('OPEN', 'TAKEN')",
                organisation.value());
        return versions;
    }

    List<Alarm> alarms(OrganisationId organisation, Collection<AlarmId> ids) {
        List<UUID> wanted = ids.stream().map(AlarmId::value).toList();
        List<Alarm> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<UUID> chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
            List<Object> values = new ArrayList<>(List.of(organisation.value()));
            values.addAll(chunk);
            String marks = String.join(", ", Collections.nCopies(chunk.size(), "?"));
            found.addAll(list(this::alarm, ALARM + " AND a.id IN (" + marks + ")", values.toArray()));
        }
        return found;
    }

    boolean take(OrganisationId organisation, AlarmId id, PersonId by, String name, Instant at) {
        return update(
                        """
                        UPDATE alarm SET state = 'TAKEN', taken_by = ?, taken_by_name = ?, taken_at = ?, changed_at = ?,
                            version = version + 1
                        WHERE id = ? AND organisation_id = ? AND state = 'OPEN'
                        """,
                        by.value(),
                        name,
                        at,
                        at,
                        id.value(),
                        organisation.value())
                == 1;
    }

    boolean handOver(OrganisationId organisation, AlarmId id, PersonId from, PersonId to, String name, Instant at) {
        return update(
                        """
                        UPDATE alarm SET taken_by = ?, taken_by_name = ?, taken_at = ?, changed_at = ?, version = version + 1
                        WHERE id = ? AND organisation_id = ? AND state = 'TAKEN' AND taken_by = ?
                        """,
                        to.value(),
                        name,
                        at,
                        at,
                        id.value(),
                        organisation.value(),
                        from.value())
                == 1;
    }

    boolean close(
            OrganisationId organisation, AlarmId id, PersonId by, Disposition disposition, String text, Instant at) {
        return update(
                        """
                        UPDATE alarm SET state = 'CLOSED', closed_by = ?, closed_at = ?, disposition = ?, closing_text = ?,
                            changed_at = ?, version = version + 1
                        WHERE id = ? AND organisation_id = ? AND state = 'TAKEN' AND taken_by = ?
                        """,
                        by.value(),
                        at,
                        disposition.word(),
                        text,
                        at,
                        id.value(),
                        organisation.value(),
                        by.value())
                == 1;
    }

    /** Whether there is such an alarm; it gets a new version, so that everybody who looks at it looks again. */
    boolean touch(OrganisationId organisation, AlarmId id, Instant at) {
        return update(
                        "UPDATE alarm SET changed_at = ?, version = version + 1 WHERE id = ? AND organisation_id = ?",
                        at,
                        id.value(),
                        organisation.value())
                == 1;
    }

    private Alarm alarm(ResultSet row) throws SQLException {
        UUID takenBy = uuid(row, "taken_by");
        UUID closedBy = uuid(row, "closed_by");
        UUID device = uuid(row, "device_id");
        String disposition = row.getString("disposition");
        return new Alarm(
                new AlarmId(uuid(row, "id")),
                new OrganisationId(uuid(row, "organisation_id")),
                device == null ? null : new DeviceId(device),
                RegisterRepository.identity(row),
                row.getString("device_name"),
                records.person(device, row.getBytes("sealed_record")),
                row.getString("kind"),
                row.getInt("priority"),
                AlarmState.valueOf(row.getString("state")),
                row.getString("text"),
                instant(row, "raised_at"),
                instant(row, "received_at"),
                row.getBoolean("late"),
                takenBy == null ? null : new PersonId(takenBy),
                row.getString("taken_by_name"),
                instant(row, "taken_at"),
                closedBy == null ? null : new PersonId(closedBy),
                instant(row, "closed_at"),
                disposition == null ? null : new Disposition(disposition),
                row.getString("closing_text"),
                instant(row, "restored_at"),
                row.getLong("repeats"),
                row.getLong("version"));
    }
}
