package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Groups of devices and their members. */
@ApplicationScoped
class GroupRepository extends JdbcRepository {
    private static final String GROUP =
            """
            SELECT g.id, g.name, (SELECT COUNT(*) FROM device d WHERE d.group_id = g.id) AS devices
            FROM device_group g WHERE g.organisation_id = ?
            """;

    @Inject
    GroupRepository(DataSource database) {
        super(database);
    }

    List<DeviceGroup> list(OrganisationId organisation) {
        return list(GroupRepository::group, GROUP + " ORDER BY g.name", organisation.value()).stream()
                .map(this::withMembers)
                .toList();
    }

    Optional<DeviceGroup> group(OrganisationId organisation, DeviceGroupId id) {
        return find(GroupRepository::group, GROUP + " AND g.id = ?", organisation.value(), id.value())
                .map(this::withMembers);
    }

    Optional<DeviceGroupId> named(OrganisationId organisation, String name) {
        return find(
                row -> new DeviceGroupId(uuid(row, "id")),
                "SELECT id FROM device_group WHERE organisation_id = ? AND name = ?",
                organisation.value(),
                name);
    }

    /** Whether it was added; false when there is one of that name. */
    boolean add(OrganisationId organisation, DeviceGroupId id, String name, Instant at) {
        return insert(
                "INSERT INTO device_group (id, organisation_id, name, created_at) VALUES (?, ?, ?, ?)",
                id.value(),
                organisation.value(),
                name,
                at);
    }

    void remove(DeviceGroupId id) {
        update("DELETE FROM device_group_member WHERE group_id = ?", id.value());
        update("DELETE FROM device_group WHERE id = ?", id.value());
    }

    /** Whether he was not in it before. */
    boolean admit(DeviceGroupId id, PersonId person) {
        return insert(
                "INSERT INTO device_group_member (group_id, person_id) VALUES (?, ?)", id.value(), person.value());
    }

    boolean dismiss(DeviceGroupId id, PersonId person) {
        return update(
                        "DELETE FROM device_group_member WHERE group_id = ? AND person_id = ?",
                        id.value(),
                        person.value())
                == 1;
    }

    /** The groups that a person is a member of. */
    List<UUID> of(OrganisationId organisation, PersonId person) {
        return list(
                row -> uuid(row, "id"),
                """
                SELECT g.id FROM device_group_member m JOIN device_group g ON g.id = m.group_id
                WHERE m.person_id = ? AND g.organisation_id = ?
                """,
                person.value(),
                organisation.value());
    }

    /** The same settings; refuses a group that the organisation does not have. */
    DeviceSettings checked(OrganisationId organisation, DeviceSettings settings) {
        if (settings.group() != null && group(organisation, settings.group()).isEmpty()) {
            throw new InvalidValue("group", "unknown");
        }
        return settings;
    }

    private DeviceGroup withMembers(DeviceGroup group) {
        List<PersonId> members = list(
                row -> new PersonId(uuid(row, "person_id")),
                "SELECT person_id FROM device_group_member WHERE group_id = ? ORDER BY person_id",
                group.id().value());
        return new DeviceGroup(group.id(), group.name(), group.devices(), members);
    }

    private static DeviceGroup group(ResultSet row) throws SQLException {
        return new DeviceGroup(
                new DeviceGroupId(uuid(row, "id")), row.getString("name"), row.getLong("devices"), List.of());
    }
}
