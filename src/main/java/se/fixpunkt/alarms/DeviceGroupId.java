package se.fixpunkt.alarms;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A group of devices. */
public record DeviceGroupId(UUID value) {
    /** In a change: no group. */
    public static final DeviceGroupId NONE = new DeviceGroupId(new UUID(0, 0));

    public DeviceGroupId {
        Objects.requireNonNull(value);
    }

    public static DeviceGroupId next() {
        return new DeviceGroupId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
