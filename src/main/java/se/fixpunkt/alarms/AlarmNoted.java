package se.fixpunkt.alarms;

import java.util.Map;
import java.util.UUID;
import se.fixpunkt.shared.OrganisationId;

/** An operator wrote something about the alarm. */
public record AlarmNoted(OrganisationId organisation, AlarmId alarm, UUID note, String text) implements AlarmEvent {
    @Override
    public Map<String, ?> after() {
        return Map.of("note", note.toString(), "text", text);
    }
}
