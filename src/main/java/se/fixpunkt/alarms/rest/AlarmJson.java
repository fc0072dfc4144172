package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import se.fixpunkt.alarms.Alarm;

/**
 * An alarm in the contract's form.
 *
 * @param person whom or what it is about by the device's record, while it is open or taken; may be null
 */
@JsonbNillable
public record AlarmJson(
        String id,
        String device,
        String deviceName,
        String person,
        String protocol,
        String identity,
        String kind,
        int priority,
        String state,
        String text,
        Instant raisedAt,
        Instant receivedAt,
        boolean late,
        String takenBy,
        String takenByName,
        Instant takenAt,
        String closedBy,
        Instant closedAt,
        String disposition,
        String closingText,
        Instant restoredAt,
        long repeats,
        long version) {

    /** @param text in the reader's language, see {@link se.fixpunkt.alarms.AlarmWords} */
    static AlarmJson of(Alarm alarm, String text) {
        return new AlarmJson(
                alarm.id().toString(),
                alarm.device() == null ? null : alarm.device().toString(),
                alarm.deviceName(),
                alarm.person(),
                alarm.identity() == null ? null : alarm.identity().protocol().wire(),
                alarm.identity() == null ? null : alarm.identity().value(),
                alarm.kind(),
                alarm.priority(),
                alarm.state().wire(),
                text,
                alarm.raisedAt(),
                alarm.receivedAt(),
                alarm.late(),
                alarm.takenBy() == null ? null : alarm.takenBy().toString(),
                alarm.takenByName(),
                alarm.takenAt(),
                alarm.closedBy() == null ? null : alarm.closedBy().toString(),
                alarm.closedAt(),
                alarm.disposition() == null ? null : alarm.disposition().word(),
                alarm.closingText(),
                alarm.restoredAt(),
                alarm.repeats(),
                alarm.version());
    }
}
