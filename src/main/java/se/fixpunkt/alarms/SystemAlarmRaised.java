package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/** Something was wrong with the installation itself and became an open alarm. Fired in the commit that stores it. */
public record SystemAlarmRaised(AlarmId alarm, OrganisationId organisation, SystemCondition condition, Instant raisedAt)
        implements AlarmEvent {

    @Override
    public Map<String, ?> after() {
        return Map.of(
                "condition", condition.key(),
                "priority", condition.priority().value(),
                "text", condition.text(),
                "raisedAt", raisedAt.toString());
    }
}
