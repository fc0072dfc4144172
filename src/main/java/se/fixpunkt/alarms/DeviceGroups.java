package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.shared.PersonId;

/**
 * Groups of devices. Reading them takes a right to read the register; changing them takes {@code MANAGE_DEVICES}. A member
 * sees the group's devices, their state and record, and nothing else.
 */
public interface DeviceGroups {
    /** The longest name, in characters. */
    int NAME_LENGTH = 100;

    /** The organisation's groups by name. */
    List<DeviceGroup> list();

    DeviceGroup group(DeviceGroupId id);

    /** @throws DeviceGroupNameTaken when there is one of that name */
    DeviceGroup create(String name);

    /**
     * Takes a group away.
     *
     * @throws DeviceGroupHasDevices while it has any
     */
    void remove(DeviceGroupId id);

    /**
     * Lets a person of the organisation see the group's devices; nothing happens if he is in it.
     *
     * @param email of somebody in the organisation
     * @throws se.fixpunkt.shared.InvalidValue when there is no such person
     */
    void admit(DeviceGroupId id, String email);

    /** Lets a person see the group's devices no more, from his next request. */
    void dismiss(DeviceGroupId id, PersonId person);
}
