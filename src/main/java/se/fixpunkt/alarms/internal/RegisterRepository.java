package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceFilter;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.alarms.Fitness;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** The device register, one organisation at a time. */
@ApplicationScoped
class RegisterRepository extends JdbcRepository {
    private static final String DEVICE =
            """
            SELECT d.id, d.protocol, d.identity, d.name, d.sealed_key IS NOT NULL AS has_key, d.supervision_seconds,
                d.created_at, d.group_id, d.second_receiver, d.on_test_until, d.out_of_service_until, d.alarm_limit,
                d.version, g.name AS group_name, s.last_heard_at, s.last_address, s.silent_since, s.battery, s.mains, s.link
            FROM device d
            LEFT JOIN device_state s ON s.device_id = d.id
            LEFT JOIN device_group g ON g.id = d.group_id
            WHERE d.organisation_id = ?
            """;

    /** As {@link Device#state}. */
    private static final String STATE =
            """
             AND CASE WHEN d.out_of_service_until > ? THEN 'OUT_OF_SERVICE' WHEN d.on_test_until > ? THEN 'ON_TEST'
                WHEN s.silent_since IS NOT NULL THEN 'SILENT' WHEN s.last_heard_at IS NULL THEN 'NEVER_HEARD'
                WHEN 'FAILING' IN (s.battery, s.mains, s.link) THEN 'FAILING' ELSE 'WELL' END = ?
            """;

    @Inject
    RegisterRepository(DataSource database) {
        super(database);
    }

    /** Whether it was added; false when somebody has registered that identity. */
    boolean add(OrganisationId organisation, Device device, byte[] sealedKey) {
        DeviceSettings settings = device.settings();
        return insert(
                """
                INSERT INTO device (id, organisation_id, protocol, identity, name, sealed_key, supervision_seconds, created_at,
                    group_id, second_receiver, on_test_until, out_of_service_until, alarm_limit, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.id().value(),
                organisation.value(),
                device.identity().protocol().wire(),
                device.identity().value(),
                device.name(),
                sealedKey,
                device.supervisionSeconds(),
                device.createdAt(),
                group(settings),
                settings.secondReceiver(),
                settings.onTestUntil(),
                settings.outOfServiceUntil(),
                settings.alarmLimit(),
                device.version());
    }

    Optional<Device> device(OrganisationId organisation, Sight sight, DeviceId id) {
        return select(organisation, sight, " AND d.id = ?", List.of(id.value())).stream()
                .findFirst();
    }

    /** As {@link #device}, and nobody changes it before the transaction ends; its state row stays free for the intake. */
    Optional<Device> locked(OrganisationId organisation, DeviceId id) {
        find(row -> true, "SELECT 1 FROM device WHERE id = ? FOR UPDATE", id.value());
        return device(organisation, Sight.ALL, id);
    }

    List<Device> known(OrganisationId organisation, Sight sight, String identity) {
        String bare = identity.strip();
        String account = (bare.startsWith("#") ? bare.substring(1) : bare).toUpperCase(Locale.ROOT);
        return select(
                organisation,
                sight,
                " AND (d.identity = ? OR (d.protocol = 'dc09' AND d.identity = ?)) ORDER BY d.id",
                List.of(bare, account));
    }

    /** @param words hashes of what is looked for in sealed records; all must be there */
    List<Device> list(
            OrganisationId organisation,
            Sight sight,
            DeviceFilter filter,
            List<byte[]> words,
            Instant now,
            UUID after,
            int limit) {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (filter.hasText()) {
            String pattern = "%" + literal(filter.text().strip()) + "%";
            sql.append(" AND (d.name LIKE ? ESCAPE '!' OR d.identity LIKE ? ESCAPE '!'");
            Collections.addAll(values, pattern, pattern);
            if (!words.isEmpty()) {
                sql.append(" OR d.id IN (SELECT device_id FROM device_word WHERE word IN (")
                        .append(marks(words.size()))
                        .append(") GROUP BY device_id HAVING COUNT(*) = ?)");
                values.addAll(words);
                values.add(words.size());
            }
            sql.append(')');
        }
        if (filter.group() != null) {
            sql.append(" AND d.group_id = ?");
            values.add(filter.group().value());
        }
        if (filter.state() != null) {
            sql.append(STATE);
            Collections.addAll(values, now, now, filter.state());
        }
        sql.append(" AND d.id > ? ORDER BY d.id LIMIT ?");
        Collections.addAll(values, after, limit);
        return select(organisation, sight, sql.toString(), values);
    }

    void change(DeviceId id, String name, Integer supervisionSeconds, DeviceSettings settings) {
        update(
                """
                UPDATE device SET name = ?, supervision_seconds = ?, group_id = ?, second_receiver = ?, on_test_until = ?,
                    out_of_service_until = ?, alarm_limit = ?, version = version + 1 WHERE id = ?
                """,
                name,
                supervisionSeconds,
                group(settings),
                settings.secondReceiver(),
                settings.onTestUntil(),
                settings.outOfServiceUntil(),
                settings.alarmLimit(),
                id.value());
    }

    /** @param sealedKey null takes the key away */
    void changeKey(DeviceId id, byte[] sealedKey) {
        update("UPDATE device SET sealed_key = ?, sealed_next_key = NULL WHERE id = ?", sealedKey, id.value());
    }

    boolean hasUnclosedAlarms(DeviceId id) {
        return find(row -> true, "SELECT 1 FROM alarm WHERE device_id = ? AND state <> 'CLOSED' LIMIT 1", id.value())
                .isPresent();
    }

    void remove(DeviceId id, Instant at, PersonId by) {
        update(
                """
                INSERT INTO removed_device (id, organisation_id, protocol, identity, name, removed_at, removed_by)
                SELECT id, organisation_id, protocol, identity, name, ?, ? FROM device WHERE id = ?
                """,
                at,
                by.value(),
                id.value());
        update("DELETE FROM device WHERE id = ?", id.value());
    }

    private List<Device> select(OrganisationId organisation, Sight sight, String condition, List<?> chosen) {
        List<Object> values = new ArrayList<>(List.of(organisation.value()));
        StringBuilder sql = new StringBuilder(DEVICE);
        if (!sight.isWhole()) {
            sql.append(" AND d.group_id IN (")
                    .append(marks(sight.groups().size()))
                    .append(')');
            values.addAll(sight.groups());
        }
        values.addAll(chosen);
        return list(RegisterRepository::device, sql.append(condition).toString(), values.toArray());
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static UUID group(DeviceSettings settings) {
        return settings.group() == null ? null : settings.group().value();
    }

    private static Device device(ResultSet row) throws SQLException {
        UUID group = uuid(row, "group_id");
        return new Device(
                new DeviceId(uuid(row, "id")),
                identity(row),
                row.getString("name"),
                row.getBoolean("has_key"),
                integer(row, "supervision_seconds"),
                instant(row, "created_at"),
                instant(row, "last_heard_at"),
                row.getString("last_address"),
                new DeviceSettings(
                        group == null ? null : new DeviceGroupId(group),
                        row.getString("second_receiver"),
                        instant(row, "on_test_until"),
                        instant(row, "out_of_service_until"),
                        integer(row, "alarm_limit")),
                row.getString("group_name"),
                new DeviceCondition(
                        fitness(row, "battery"),
                        fitness(row, "mains"),
                        fitness(row, "link"),
                        instant(row, "silent_since")),
                row.getLong("version"));
    }

    static Fitness fitness(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? Fitness.UNKNOWN : Fitness.valueOf(word);
    }

    /** The identity in a row's {@code protocol} and {@code identity}; null when it has none. */
    static DeviceIdentity identity(ResultSet row) throws SQLException {
        String protocol = row.getString("protocol");
        return protocol == null
                ? null
                : new DeviceIdentity(Protocol.of(protocol).orElseThrow(), row.getString("identity"));
    }
}
