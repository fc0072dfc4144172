package se.fixpunkt.alarms;

import java.util.Locale;

/** How a part of a device is, as far as the device has told. */
public enum Fitness {
    UNKNOWN,
    WELL,
    FAILING;

    /** The name in the contract and in the bundles. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
