package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** The device register, one organisation at a time. */
@ApplicationScoped
class RegisterRepository extends JdbcRepository {
    private static final String DEVICE =
            """
            SELECT id, protocol, identity, name, sealed_key IS NOT NULL AS has_key, supervision_seconds, created_at,
                last_heard_at, last_address, version
            FROM device WHERE organisation_id = ?
            """;

    @Inject
    RegisterRepository(DataSource database) {
        super(database);
    }

    /** Whether it was added; false when somebody has registered that identity. */
    boolean add(OrganisationId organisation, Device device, byte[] sealedKey) {
        return insert(
                """
                INSERT INTO device (id, organisation_id, protocol, identity, name, sealed_key, supervision_seconds, created_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.id().value(),
                organisation.value(),
                device.identity().protocol().wire(),
                device.identity().value(),
                device.name(),
                sealedKey,
                device.supervisionSeconds(),
                device.createdAt(),
                device.version());
    }

    Optional<Device> device(OrganisationId organisation, DeviceId id) {
        return find(RegisterRepository::device, DEVICE + " AND id = ?", organisation.value(), id.value());
    }

    /** As {@link #device}, and nobody changes it before the transaction ends. */
    Optional<Device> locked(OrganisationId organisation, DeviceId id) {
        return find(RegisterRepository::device, DEVICE + " AND id = ? FOR UPDATE", organisation.value(), id.value());
    }

    List<Device> known(OrganisationId organisation, String identity) {
        String bare = identity.strip();
        String account = (bare.startsWith("#") ? bare.substring(1) : bare).toUpperCase(Locale.ROOT);
        return list(
                RegisterRepository::device,
                DEVICE + " AND (identity = ? OR (protocol = 'dc09' AND identity = ?)) ORDER BY id",
                organisation.value(),
                bare,
                account);
    }

    List<Device> list(OrganisationId organisation, String text, UUID after, int limit) {
        String pattern = text == null ? "%" : "%" + literal(text.strip()) + "%";
        return list(
                RegisterRepository::device,
                DEVICE + " AND (name LIKE ? ESCAPE '!' OR identity LIKE ? ESCAPE '!') AND id > ? ORDER BY id LIMIT ?",
                organisation.value(),
                pattern,
                pattern,
                after,
                limit);
    }

    void change(DeviceId id, String name, Integer supervisionSeconds) {
        update(
                "UPDATE device SET name = ?, supervision_seconds = ?, version = version + 1 WHERE id = ?",
                name,
                supervisionSeconds,
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

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                new DeviceId(uuid(row, "id")),
                identity(row),
                row.getString("name"),
                row.getBoolean("has_key"),
                row.getObject("supervision_seconds", Integer.class),
                instant(row, "created_at"),
                instant(row, "last_heard_at"),
                row.getString("last_address"),
                row.getLong("version"));
    }

    /** The identity in a row's {@code protocol} and {@code identity}; null when it has none. */
    static DeviceIdentity identity(ResultSet row) throws SQLException {
        String protocol = row.getString("protocol");
        return protocol == null
                ? null
                : new DeviceIdentity(Protocol.of(protocol).orElseThrow(), row.getString("identity"));
    }
}
