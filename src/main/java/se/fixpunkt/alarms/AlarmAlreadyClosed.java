package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;

/** The alarm has come to its end; only notes can be added. */
@SuppressWarnings("serial")
public final class AlarmAlreadyClosed extends AlarmRefusal {
    private final Instant closedAt;

    public AlarmAlreadyClosed(Instant closedAt) {
        super(Kind.CONFLICT);
        this.closedAt = closedAt;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("closedAt", closedAt.toString());
    }
}
