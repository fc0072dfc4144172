package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.shared.PersonId;

/**
 * Devices that belong together, and who may see them without a right to the whole register.
 *
 * @param devices how many
 */
public record DeviceGroup(DeviceGroupId id, String name, long devices, List<PersonId> members) {
    public DeviceGroup {
        members = List.copyOf(members);
    }
}
