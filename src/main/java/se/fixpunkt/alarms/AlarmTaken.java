package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** An operator has the alarm now, and nobody else. */
public record AlarmTaken(
        OrganisationId organisation, AlarmId alarm, PersonId takenBy, String takenByName, Instant takenAt)
        implements AlarmEvent {
    @Override
    public Map<String, ?> before() {
        return Map.of("state", AlarmState.OPEN.wire());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "state", AlarmState.TAKEN.wire(),
                "takenBy", takenBy.toString(),
                "takenByName", takenByName,
                "takenAt", takenAt.toString());
    }
}
