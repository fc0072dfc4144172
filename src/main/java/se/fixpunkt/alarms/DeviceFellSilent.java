package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/**
 * A supervised device was not heard together with others, and stands in the one alarm about all of them.
 *
 * @param lastHeardAt null when it never was
 */
public record DeviceFellSilent(OrganisationId organisation, DeviceId device, AlarmId alarm, Instant lastHeardAt)
        implements DeviceEvent {
    @Override
    public Map<String, ?> after() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alarm", alarm.toString());
        if (lastHeardAt != null) {
            facts.put("lastHeardAt", lastHeardAt.toString());
        }
        return facts;
    }
}
