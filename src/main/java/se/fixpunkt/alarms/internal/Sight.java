package se.fixpunkt.alarms.internal;

import java.util.List;
import java.util.UUID;

/**
 * How much of the register somebody sees.
 *
 * @param groups the groups whose devices; null for the whole register
 */
record Sight(List<UUID> groups) {
    static final Sight ALL = new Sight(null);

    boolean isWhole() {
        return groups == null;
    }
}
