package se.fixpunkt.alarms;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A signal: the append-only evidence of one message from a device. */
public record SignalId(UUID value) {
    public SignalId {
        Objects.requireNonNull(value);
    }

    public static SignalId next() {
        return new SignalId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
