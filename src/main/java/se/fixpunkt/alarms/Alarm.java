package se.fixpunkt.alarms;

import java.time.Instant;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/**
 * The operator's case, raised by a device's signal.
 *
 * @param device null for an alarm about the installation itself, and so is its identity
 * @param identity the device's identity; it outlives the device's place in the register
 * @param person whom or what it is about by the device's record; null when the record does not say, and once it is closed: the
 *     name is personal data, which the queue needs and a list of former alarms does not
 * @param kind the trade's word for the alarm, e.g. {@code fall}, {@code panic}, {@code burglary}
 * @param priority 1, most urgent, to 9
 * @param raisedAt the device's own time, or the time of arrival when it sent none
 * @param late whether it came so long after it was raised that the operator must know
 * @param takenBy null while open, and so are its name and time
 * @param closedAt null until closed, and so are disposition and text
 * @param restoredAt when what it tells of was over; null while it lasts, or when nobody has told
 * @param repeats how many more alarms of a flood, or devices of a network, are counted on it
 * @param version grows with every change
 */
public record Alarm(
        AlarmId id,
        OrganisationId organisation,
        DeviceId device,
        DeviceIdentity identity,
        String deviceName,
        String person,
        String kind,
        int priority,
        AlarmState state,
        String text,
        Instant raisedAt,
        Instant receivedAt,
        boolean late,
        PersonId takenBy,
        String takenByName,
        Instant takenAt,
        PersonId closedBy,
        Instant closedAt,
        Disposition disposition,
        String closingText,
        Instant restoredAt,
        long repeats,
        long version) {

    public boolean isTakenBy(PersonId person) {
        return state == AlarmState.TAKEN && person.equals(takenBy);
    }

    /** Personal data has no place in a log. */
    @Override
    public String toString() {
        return "alarm " + id + ", " + state + ", version " + version;
    }
}
