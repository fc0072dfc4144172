package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** Somebody looked at whose a device is. */
public record DeviceRecordRead(OrganisationId organisation, DeviceId device, String name) implements DeviceEvent {
    @Override
    public Map<String, ?> after() {
        return Map.of("name", name);
    }
}
