package se.fixpunkt.alarms.internal;

import java.util.List;
import java.util.Set;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.OrganisationId;

/**
 * A batch has been looked through for floods. Fired inside its transaction; listen with {@code AFTER_SUCCESS}.
 *
 * @param newHeads alarms that later ones of their device, kind and priority may be counted on
 * @param damped alarms that are stored but stand in no queue
 */
record AlarmsDamped(Set<AlarmId> newHeads, List<Damped> damped) {
    AlarmsDamped {
        newHeads = Set.copyOf(newHeads);
        damped = List.copyOf(damped);
    }

    /**
     * Some of one kind and priority, of one device or of one site.
     *
     * @param device one of them
     * @param flood the condition that they belong to, see {@link StandingAlarms}
     * @param limit how many of a kind and priority in a minute stand in the queue
     * @param head the alarm that its counter does not show them on yet; null when it was stored together with them
     */
    record Damped(OrganisationId organisation, DeviceId device, String flood, int limit, AlarmId head, int count) {}
}
