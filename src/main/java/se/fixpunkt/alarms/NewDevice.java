package se.fixpunkt.alarms;

import se.fixpunkt.alarms.domain.DeviceKey;
import se.fixpunkt.shared.Faults;
import se.fixpunkt.shared.InvalidValue;

/**
 * What somebody says when a device is registered.
 *
 * @param name 1–200 characters
 * @param key the device's secret, see {@link Devices}; null when it has none
 * @param supervisionSeconds 10 seconds to 7 days; null for no supervision
 */
public record NewDevice(
        DeviceIdentity identity,
        String name,
        String key,
        Integer supervisionSeconds,
        DeviceSettings settings,
        DeviceRecord record) {
    /** The shortest interval that a receiver can tell from a late packet. */
    private static final int SHORTEST = 10;

    private static final int LONGEST = 7 * 24 * 3600;
    private static final int NAME_LENGTH = 200;

    /** @throws InvalidValue with everything that is wrong */
    public NewDevice(
            DeviceIdentity identity,
            String name,
            String key,
            Integer supervisionSeconds,
            DeviceSettings settings,
            DeviceRecord record) {
        Faults faults = new Faults();
        this.identity = identity;
        this.name = faults.read(() -> checkedName(name), "");
        this.key = key == null || key.isBlank() ? null : faults.read(() -> checkedKey(identity.protocol(), key), "");
        this.supervisionSeconds = faults.read(() -> checkedSupervision(supervisionSeconds), null);
        this.settings = settings.over(DeviceSettings.NONE);
        this.record = record;
        faults.refuse();
    }

    /** A device that nobody has said more about. */
    public NewDevice(DeviceIdentity identity, String name, String key, Integer supervisionSeconds) {
        this(identity, name, key, supervisionSeconds, DeviceSettings.NONE, DeviceRecord.EMPTY);
    }

    /** A device that has called and is in no register: it has its own name until somebody gives it a better one. */
    public static NewDevice asHeard(DeviceIdentity identity) {
        return new NewDevice(identity, identity.value(), null, null);
    }

    static String checkedName(String name) {
        if (name == null || name.isBlank()) {
            throw new InvalidValue("name", "required");
        }
        if (name.strip().length() > NAME_LENGTH) {
            throw new InvalidValue("name", "too-long");
        }
        return name.strip();
    }

    private static String checkedKey(Protocol protocol, String key) {
        String stripped = key.strip();
        DeviceKey.of(protocol, stripped);
        return stripped;
    }

    static Integer checkedSupervision(Integer seconds) {
        if (seconds == null || seconds == 0) {
            return null;
        }
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw new InvalidValue("supervisionSeconds", "out-of-range");
        }
        return seconds;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return identity + " " + name;
    }
}
