package se.fixpunkt.alarms;

import java.util.Locale;
import se.fixpunkt.shared.InvalidValue;

/** What somebody who looks at the register needs to know of a device at a glance; the first that fits. */
public enum DeviceState {
    OUT_OF_SERVICE,
    ON_TEST,
    /** It should have been heard and was not. */
    SILENT,
    /** Nothing has come from it since it was registered. */
    NEVER_HEARD,
    /** Battery, mains or link are not as they should be. */
    FAILING,
    WELL;

    /** The name in the contract and in the bundles, e.g. {@code on-test}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidValue for other words */
    public static DeviceState of(String wire) {
        for (DeviceState state : values()) {
            if (state.wire().equals(wire.strip())) {
                return state;
            }
        }
        throw new InvalidValue("state", "unknown");
    }
}
