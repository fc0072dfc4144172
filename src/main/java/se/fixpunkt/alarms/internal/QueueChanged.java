package se.fixpunkt.alarms.internal;

import java.util.Set;
import se.fixpunkt.alarms.AlarmId;

/**
 * Alarms were raised or changed by this node. Fired inside the transaction; listen with {@code AFTER_SUCCESS}. Only a hint
 * to look: other nodes' changes are found by polling the state.
 */
record QueueChanged(Set<AlarmId> alarms) {
    QueueChanged {
        alarms = Set.copyOf(alarms);
    }
}
