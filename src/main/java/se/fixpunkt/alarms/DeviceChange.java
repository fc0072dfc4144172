package se.fixpunkt.alarms;

import se.fixpunkt.shared.Faults;

/**
 * What to change in a device; null means unchanged.
 *
 * @param key a new secret; an empty text takes the key away
 * @param supervisionSeconds 0 ends supervision
 * @param settings null inside of it means unchanged, too
 * @param record takes the place of the whole record
 */
public record DeviceChange(
        String name, String key, Integer supervisionSeconds, DeviceSettings settings, DeviceRecord record) {
    public DeviceChange(String name, String key, Integer supervisionSeconds) {
        this(name, key, supervisionSeconds, null, null);
    }

    /** @throws se.fixpunkt.shared.InvalidValue with everything that is wrong */
    public DeviceChange(
            String name, String key, Integer supervisionSeconds, DeviceSettings settings, DeviceRecord record) {
        Faults faults = new Faults();
        this.name = name == null ? null : faults.read(() -> NewDevice.checkedName(name), "");
        this.key = key == null ? null : key.strip();
        faults.read(() -> NewDevice.checkedSupervision(supervisionSeconds), null);
        this.supervisionSeconds = supervisionSeconds;
        this.settings = settings;
        this.record = record;
        faults.refuse();
    }

    /** The name after the change. */
    public String nameAfter(Device device) {
        return name == null ? device.name() : name;
    }

    /** The supervision interval after the change; null when the device is not supervised. */
    public Integer supervisionAfter(Device device) {
        return supervisionSeconds == null
                ? device.supervisionSeconds()
                : NewDevice.checkedSupervision(supervisionSeconds);
    }

    /** The settings after the change. */
    public DeviceSettings settingsAfter(Device device) {
        return settings == null ? device.settings() : settings.over(device.settings());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "name " + name + ", supervisionSeconds " + supervisionSeconds;
    }
}
