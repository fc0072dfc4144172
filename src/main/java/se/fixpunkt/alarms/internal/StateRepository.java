package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Fitness;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Network;
import se.fixpunkt.alarms.internal.KnownSenders.Registered;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** How devices are: a small row each, written by whoever heard them. */
@ApplicationScoped
class StateRepository extends JdbcRepository {
    /** As {@link se.fixpunkt.alarms.domain.Watched#patience}, from now or from the end of a pause. */
    private static final String DUE =
            """
            TIMESTAMPADD(SECOND, watched_seconds + LEAST(watched_seconds DIV 10, 10),
                GREATEST(CAST(? AS DATETIME(6)), COALESCE(paused_until, CAST(? AS DATETIME(6)))))
            """;

    private static final String STANDING =
            """
            SELECT d.id, d.organisation_id, d.identity, d.name, d.sealed_key, d.sealed_next_key, d.on_test_until, d.alarm_limit,
                d.site, d.group_id, d.supervision_seconds, s.device_id IS NOT NULL AS written, s.last_heard_at, s.last_address, s.silent_since,
                s.battery, s.mains, s.link
            FROM device d LEFT JOIN device_state s ON s.device_id = d.id
            """;

    @Inject
    StateRepository(DataSource database) {
        super(database);
    }

    /** A device begins to be watched; also one that another version of Fixpunkt has registered. */
    void watch(OrganisationId organisation, DeviceId device, Integer seconds, Instant pausedUntil, Instant now) {
        update(
                """
                INSERT INTO device_state (device_id, organisation_id, watched_seconds, paused_until) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE watched_seconds = VALUES(watched_seconds), paused_until = VALUES(paused_until)
                """,
                device.value(),
                organisation.value(),
                seconds,
                pausedUntil);
        update(
                "UPDATE device_state SET due_at = IF(silent_since IS NULL, " + DUE + ", NULL) WHERE device_id = ?",
                now,
                now,
                device.value());
    }

    void forget(DeviceId device) {
        update("DELETE FROM device_state WHERE device_id = ?", device.value());
    }

    Optional<Standing> standing(DeviceId device) {
        return find(StateRepository::standing, STANDING + " WHERE d.id = ?", device.value());
    }

    /** Those of the protocol's devices that call themselves so. */
    List<Registered> registered(Protocol protocol, Collection<String> identities) {
        return list(
                row -> new Registered(
                        new DeviceIdentity(protocol, row.getString("identity")),
                        bytes(row, "sealed_key"),
                        bytes(row, "sealed_next_key"),
                        standing(row)),
                STANDING + " WHERE d.protocol = ? AND d.identity IN (" + marks(identities.size()) + ")",
                Stream.concat(Stream.of(protocol.wire()), identities.stream()).toArray());
    }

    /**
     * Rows that nobody else is changing, kept so until the transaction ends. Others are passed over: they must not hold up
     * alarms.
     */
    List<Standing.Silent> locked(Collection<DeviceId> devices) {
        return list(
                row -> new Standing.Silent(
                        new DeviceId(uuid(row, "device_id")), instant(row, "silent_since"), uuid(row, "silent_alarm")),
                "SELECT device_id, silent_since, silent_alarm FROM device_state WHERE device_id IN ("
                        + marks(devices.size()) + ") ORDER BY device_id FOR UPDATE SKIP LOCKED",
                ids(devices));
    }

    /** They were heard, all in one statement: the supervision of each begins anew. */
    void heard(Collection<DeviceId> devices, Instant now) {
        List<Object> values = new ArrayList<>(List.of(now, now, now));
        Collections.addAll(values, ids(devices));
        update(
                "UPDATE device_state SET last_heard_at = ?, silent_since = NULL, silent_alarm = NULL, due_at = " + DUE
                        + " WHERE device_id IN (" + marks(devices.size()) + ")",
                values.toArray());
    }

    void moved(Map<DeviceId, String> addresses) {
        batch(
                "UPDATE device_state SET last_address = ?, network = ? WHERE device_id = ?",
                addresses.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue(),
                            Network.of(one.getValue()),
                            one.getKey().value()
                        })
                        .toList());
    }

    void conditions(Map<DeviceId, DeviceCondition> changed) {
        batch(
                "UPDATE device_state SET battery = ?, mains = ?, link = ? WHERE device_id = ?",
                changed.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue().battery(),
                            one.getValue().mains(),
                            one.getValue().link(),
                            one.getKey().value()
                        })
                        .toList());
    }

    /** It is not silent any more, though nothing was heard: it is not supervised, or may be silent now. */
    void release(DeviceId device, Instant now) {
        update(
                "UPDATE device_state SET silent_since = NULL, silent_alarm = NULL, due_at = " + DUE
                        + " WHERE device_id = ?",
                now,
                now,
                device.value());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Fitness battery = RegisterRepository.fitness(row, "battery");
        Fitness mains = RegisterRepository.fitness(row, "mains");
        Fitness link = RegisterRepository.fitness(row, "link");
        return new Standing(
                new DeviceId(uuid(row, "id")),
                new OrganisationId(uuid(row, "organisation_id")),
                row.getString("name"),
                row.getBoolean("written"),
                instant(row, "on_test_until"),
                integer(row, "alarm_limit"),
                site(row),
                instant(row, "last_heard_at"),
                row.getString("last_address"),
                integer(row, "supervision_seconds"),
                new DeviceCondition(battery, mains, link, instant(row, "silent_since")));
    }

    private static String site(ResultSet row) throws SQLException {
        Bytes site = bytes(row, "site");
        return site == null ? null : site.hex() + " " + uuid(row, "group_id");
    }

    private static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? null : Bytes.of(value);
    }

    private static Object[] ids(Collection<DeviceId> devices) {
        return devices.stream().map(DeviceId::value).toArray();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
