package se.fixpunkt.alarms;

/**
 * Which devices of the register.
 *
 * @param text part of a name or an identity, or whole words of a person's or contact's name, or a telephone number; null
 *     or empty for all
 * @param state null for all
 * @param group null for all
 */
public record DeviceFilter(String text, DeviceState state, DeviceGroupId group) {
    public static final DeviceFilter ALL = new DeviceFilter(null, null, null);

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
