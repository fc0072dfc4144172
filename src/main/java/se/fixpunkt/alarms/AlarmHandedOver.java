package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** The alarm went from one operator's hands to another's. */
public record AlarmHandedOver(
        OrganisationId organisation, AlarmId alarm, PersonId from, String fromName, PersonId to, String toName)
        implements AlarmEvent {
    @Override
    public Map<String, ?> before() {
        return Map.of("takenBy", from.toString(), "takenByName", fromName);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("takenBy", to.toString(), "takenByName", toName);
    }
}
