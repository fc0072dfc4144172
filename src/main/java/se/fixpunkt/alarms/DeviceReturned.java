package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** A device that was silent was heard again. */
public record DeviceReturned(OrganisationId organisation, DeviceId device, Instant silentSince, Instant heardAt)
        implements DeviceEvent {
    @Override
    public Map<String, ?> before() {
        return Map.of("silentSince", silentSince.toString());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("heardAt", heardAt.toString());
    }
}
