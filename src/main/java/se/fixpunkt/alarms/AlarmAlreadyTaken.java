package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.PersonId;

/** Another operator was first. */
@SuppressWarnings("serial")
public final class AlarmAlreadyTaken extends AlarmRefusal {
    private final transient PersonId takenBy;
    private final String takenByName;
    private final Instant takenAt;

    public AlarmAlreadyTaken(PersonId takenBy, String takenByName, Instant takenAt) {
        super(Kind.CONFLICT);
        this.takenBy = takenBy;
        this.takenByName = takenByName;
        this.takenAt = takenAt;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("takenBy", takenBy.toString(), "takenByName", takenByName, "takenAt", takenAt.toString());
    }
}
