package se.fixpunkt.alarms;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A device in the register: who sends signals, and whose it is. */
public record DeviceId(UUID value) {
    public DeviceId {
        Objects.requireNonNull(value);
    }

    public static DeviceId next() {
        return new DeviceId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
