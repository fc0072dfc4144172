package se.fixpunkt.alarms;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** An alarm: the operator's case, raised by one signal. */
public record AlarmId(UUID value) {
    public AlarmId {
        Objects.requireNonNull(value);
    }

    public static AlarmId next() {
        return new AlarmId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
