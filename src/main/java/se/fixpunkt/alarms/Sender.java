package se.fixpunkt.alarms;

import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.shared.OrganisationId;

/**
 * What a receiver may know about the registered device that sent a message.
 *
 * @param key the device's secret as it was registered, if it has one
 * @param nextKey a secret that the device was given and has not used yet; from its first use it is the key
 * @param codes what event codes stand for to the device's organisation
 */
public record Sender(
        DeviceId device, OrganisationId organisation, Optional<Bytes> key, Optional<Bytes> nextKey, EventCodes codes) {
    /** One whose key is not about to change, in an organisation that has changed no event code. */
    public Sender(DeviceId device, OrganisationId organisation, Optional<Bytes> key) {
        this(device, organisation, key, Optional.empty(), EventCodes.USUAL);
    }
}
