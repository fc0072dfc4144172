package se.fixpunkt.alarms;

import java.util.Locale;
import se.fixpunkt.shared.InvalidValue;

/** An alarm's life only goes forward: open, taken by one operator, closed. */
public enum AlarmState {
    OPEN,
    TAKEN,
    CLOSED;

    /** The name in the contract: {@code open}, {@code taken}, {@code closed}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a wire name; refuses other words. */
    public static AlarmState of(String wire) {
        for (AlarmState state : values()) {
            if (state.wire().equalsIgnoreCase(wire.strip())) {
                return state;
            }
        }
        throw new InvalidValue("state", "unknown");
    }
}
