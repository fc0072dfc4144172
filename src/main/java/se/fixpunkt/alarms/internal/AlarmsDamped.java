package se.fixpunkt.alarms.internal;

import java.util.List;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.OrganisationId;

/** Alarms that are stored but stand in no queue. Fired inside the transaction; listen with {@code AFTER_SUCCESS}. */
record AlarmsDamped(List<Damped> damped) {
    AlarmsDamped {
        damped = List.copyOf(damped);
    }

    /**
     * Some of one device and kind.
     *
     * @param limit how many of a kind in a minute stand in the queue
     * @param head the alarm that its counter does not show them on yet; null when it was stored together with them
     */
    record Damped(OrganisationId organisation, DeviceId device, int limit, AlarmId head, int count) {}
}
