package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.shared.Page;

/**
 * The organisation's device register. Changing it takes {@code MANAGE_DEVICES}; reading it takes that or
 * {@code HANDLE_ALARMS} or {@code READ_COMMUNICATION}. Who has none of them sees the devices of the groups that he is a
 * member of, see {@link DeviceGroups}; other devices, and another organisation's, do not exist.
 *
 * <p>A key is, for DC-09, an AES key as 16, 24 or 32 characters or as 32, 48 or 64 hexadecimal digits (32 of
 * them may be meant either way; the receiver tries both); for the other protocols 1–128 visible
 * characters. It is sealed in the vault as it was registered, in UTF-8, under {@code device.key.<id>}, and is never given
 * out again.
 */
public interface Devices {

    /**
     * Adds a device.
     *
     * @throws DeviceIdentityTaken when that identity is registered already, by anybody
     * @throws se.fixpunkt.shared.InvalidValue when the key cannot be one
     */
    Device register(NewDevice device);

    Device device(DeviceId id);

    /** Whether the caller sees any part of the register; for pages that lead to it. */
    boolean mayLook();

    /** The organisation's devices of that identity, of any protocol; written as people do, with or without {@code #}. */
    List<Device> known(String identity);

    /**
     * The register, by registration.
     *
     * @param text part of a name or an identity; null or empty for all
     * @param after where the last page ended, as it told; null for the first page
     */
    default Page<Device> list(String text, String after, int limit) {
        return list(new DeviceFilter(text, null, null), after, limit);
    }

    /** The register, by registration. */
    Page<Device> list(DeviceFilter filter, String after, int limit);

    /** Who and where the device belongs to. That somebody looked is in the journal. */
    DeviceRecord record(DeviceId id);

    /** What a device has sent, the newest first. */
    Page<DeviceSignal> signals(DeviceId id, String after, int limit);

    /**
     * Changes what is given.
     *
     * @param expectedVersion the version that the change was made from; null to change whatever is there
     * @throws se.fixpunkt.shared.ChangedMeanwhile when the device has another version by now
     */
    Device change(DeviceId id, DeviceChange change, Long expectedVersion);

    /**
     * Takes a device out of the register. Its conversation and its alarms stay.
     *
     * @throws DeviceHasOpenAlarms while somebody has still to deal with an alarm of it
     */
    void remove(DeviceId id);
}
