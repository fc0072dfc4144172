package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** A device came into the register. */
public record DeviceRegistered(OrganisationId organisation, Device registered) implements DeviceEvent {
    @Override
    public DeviceId device() {
        return registered.id();
    }

    @Override
    public Map<String, ?> after() {
        return DeviceFacts.of(registered);
    }
}
