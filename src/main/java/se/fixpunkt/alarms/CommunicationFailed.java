package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/**
 * A supervised device should have been heard and was not; it became an open alarm in the same commit.
 *
 * @param lastHeardAt null when it never was
 */
public record CommunicationFailed(
        AlarmId alarm, OrganisationId organisation, DeviceId device, Instant lastHeardAt, Instant raisedAt)
        implements AlarmEvent {
    @Override
    public Map<String, ?> after() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("device", device.toString());
        facts.put("raisedAt", raisedAt.toString());
        if (lastHeardAt != null) {
            facts.put("lastHeardAt", lastHeardAt.toString());
        }
        return facts;
    }
}
