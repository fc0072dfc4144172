package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** A device left the register. */
public record DeviceRemoved(OrganisationId organisation, Device removed) implements DeviceEvent {
    @Override
    public DeviceId device() {
        return removed.id();
    }

    @Override
    public Map<String, ?> before() {
        return DeviceFacts.of(removed);
    }
}
