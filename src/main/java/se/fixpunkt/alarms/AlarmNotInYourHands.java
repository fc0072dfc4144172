package se.fixpunkt.alarms;

import java.util.HashMap;
import java.util.Map;

/** Only the operator who has taken the alarm may close it or hand it over. */
@SuppressWarnings("serial")
public final class AlarmNotInYourHands extends AlarmRefusal {
    private final transient Alarm alarm;

    /** @param alarm as it is now: open, or taken by another */
    public AlarmNotInYourHands(Alarm alarm) {
        super(Kind.CONFLICT);
        this.alarm = alarm;
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new HashMap<>();
        details.put("state", alarm.state().wire());
        if (alarm.takenBy() != null) {
            details.put("takenBy", alarm.takenBy().toString());
            details.put("takenByName", alarm.takenByName());
            details.put("takenAt", alarm.takenAt().toString());
        }
        return details;
    }
}
