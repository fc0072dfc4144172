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
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.Watched;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Who should have been heard. That a device is called silent is one conditional update: one node does it. */
@ApplicationScoped
class SilenceRepository extends JdbcRepository {

    @Inject
    SilenceRepository(DataSource database) {
        super(database);
    }

    /** Organisations with a device that is overdue, from the index alone. */
    List<OrganisationId> organisationsWithOverdue(Instant now) {
        return list(
                row -> new OrganisationId(uuid(row, "organisation_id")),
                "SELECT DISTINCT organisation_id FROM device_state WHERE due_at <= ?",
                now);
    }

    /**
     * All supervised devices that are not silent; not those that a node of an earlier release, which writes that in the
     * register, has heard.
     */
    List<Watched> watched(OrganisationId organisation, Instant now) {
        return list(
                SilenceRepository::watched,
                """
                SELECT s.device_id, s.network, s.watched_seconds, s.last_heard_at, s.due_at
                FROM device_state s JOIN device d ON d.id = s.device_id
                WHERE s.organisation_id = ? AND s.watched_seconds IS NOT NULL AND s.due_at IS NOT NULL
                    AND (d.last_heard_at IS NULL OR TIMESTAMPADD(SECOND, s.watched_seconds, d.last_heard_at) <= ?)
                """,
                organisation.value(),
                now);
    }

    /** Whether it was made silent now; not so when it was heard meanwhile, or another node was first. */
    boolean claim(Watched device, AlarmId alarm, Instant now) {
        return update(
                        """
                        UPDATE device_state SET silent_since = ?, silent_alarm = ?, due_at = NULL
                        WHERE device_id = ? AND due_at = ?
                        """,
                        now,
                        alarm.value(),
                        device.device().value(),
                        device.dueAt())
                == 1;
    }

    /** How many are still silent with that alarm. */
    long silentWith(AlarmId alarm) {
        return find(
                        row -> row.getLong("silent"),
                        "SELECT COUNT(*) AS silent FROM device_state WHERE silent_alarm = ?",
                        alarm.value())
                .orElse(0L);
    }

    /** Those that are silent with one alarm are so with another; how many. */
    int handOver(AlarmId from, AlarmId to) {
        return update("UPDATE device_state SET silent_alarm = ? WHERE silent_alarm = ?", to.value(), from.value());
    }

    /** The few that are left of many that were silent together: each is a case of its own from here on. */
    void release(AlarmId alarm, Instant now) {
        update(
                """
                UPDATE device_state SET silent_since = NULL, silent_alarm = NULL,
                    due_at = IF(watched_seconds IS NULL, NULL, CAST(? AS DATETIME(6)))
                WHERE silent_alarm = ?
                """,
                now,
                alarm.value());
    }

    /** What people call these devices. */
    Map<DeviceId, String> names(Collection<DeviceId> devices) {
        Map<DeviceId, String> names = new HashMap<>();
        list(
                row -> names.put(
                        new DeviceId(uuid(row, "id")), row.getString("name") + " (" + row.getString("identity") + ")"),
                "SELECT id, name, identity FROM device WHERE id IN ("
                        + String.join(", ", Collections.nCopies(devices.size(), "?")) + ")",
                new ArrayList<>(devices.stream().map(DeviceId::value).toList()).toArray());
        return names;
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                new DeviceId(uuid(row, "device_id")),
                row.getString("network"),
                row.getInt("watched_seconds"),
                instant(row, "last_heard_at"),
                instant(row, "due_at"));
    }
}
