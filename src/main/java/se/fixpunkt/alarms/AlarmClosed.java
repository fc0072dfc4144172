package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** The alarm came to its end. */
public record AlarmClosed(
        OrganisationId organisation, AlarmId alarm, Disposition disposition, String text, Instant closedAt)
        implements AlarmEvent {
    @Override
    public Map<String, ?> before() {
        return Map.of("state", AlarmState.TAKEN.wire());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "state", AlarmState.CLOSED.wire(),
                "disposition", disposition.word(),
                "text", text == null ? "" : text,
                "closedAt", closedAt.toString());
    }
}
