package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.shared.OrganisationId;

/** A device's signal became an open alarm. Fired in the commit that stores both. */
public record AlarmRaised(
        AlarmId alarm,
        OrganisationId organisation,
        DeviceId device,
        SignalId signal,
        AlarmKind kind,
        Priority priority,
        String text,
        Instant raisedAt,
        Instant receivedAt,
        boolean late)
        implements AlarmEvent {
    public AlarmRaised {
        Objects.requireNonNull(alarm);
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(device);
        Objects.requireNonNull(signal);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "device", device.toString(),
                "signal", signal.toString(),
                "kind", kind.wire(),
                "priority", priority.value(),
                "text", text,
                "raisedAt", raisedAt.toString(),
                "receivedAt", receivedAt.toString(),
                "late", late);
    }
}
