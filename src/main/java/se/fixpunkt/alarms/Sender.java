package se.fixpunkt.alarms;

import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.OrganisationId;

/**
 * What a receiver may know about the registered device that sent a message.
 *
 * @param key the device's secret as it was registered, if it has one
 */
public record Sender(DeviceId device, OrganisationId organisation, Optional<Bytes> key) {}
