package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/**
 * A device raised more alarms than are shown one by one; that became an open alarm of its own in the same commit.
 *
 * @param wholeSite whether others at its address did so together with it
 */
public record DeviceFlooded(
        AlarmId alarm, OrganisationId organisation, DeviceId device, boolean wholeSite, int limit, Instant raisedAt)
        implements AlarmEvent {
    @Override
    public Map<String, ?> after() {
        return Map.of(
                "device",
                device.toString(),
                "wholeSite",
                wholeSite,
                "alarmLimit",
                limit,
                "raisedAt",
                raisedAt.toString());
    }
}
