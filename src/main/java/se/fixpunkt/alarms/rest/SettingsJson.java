package se.fixpunkt.alarms.rest;

import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.shared.InvalidValue;

/** Reads settings as they are sent: what is missing stays, an empty text or 0 takes a value away. */
final class SettingsJson {
    private SettingsJson() {}

    static DeviceSettings read(
            String group, String secondReceiver, String onTestUntil, String outOfServiceUntil, Integer alarmLimit) {
        return new DeviceSettings(
                group(group),
                secondReceiver,
                time("onTestUntil", onTestUntil),
                time("outOfServiceUntil", outOfServiceUntil),
                alarmLimit);
    }

    private static DeviceGroupId group(String written) {
        if (written == null) {
            return null;
        }
        if (written.isBlank()) {
            return DeviceGroupId.NONE;
        }
        try {
            return new DeviceGroupId(UUID.fromString(written.strip()));
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidValue("group", "malformed");
        }
    }

    private static Instant time(String field, String written) {
        if (written == null) {
            return null;
        }
        Instant given = Given.time(field, written);
        return given == null ? Instant.EPOCH : given;
    }
}
