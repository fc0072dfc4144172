package se.fixpunkt.alarms;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A workbook of devices that waits for its acceptance. */
public record DeviceImportId(UUID value) {
    public DeviceImportId {
        Objects.requireNonNull(value);
    }

    public static DeviceImportId next() {
        return new DeviceImportId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
