package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceRecord;

/**
 * A device in the contract's form: its key is never there, only whether it has one.
 *
 * @param state {@code well}, {@code failing}, {@code silent}, {@code never-heard}, {@code on-test} or {@code out-of-service}
 * @param battery {@code well}, {@code failing} or {@code unknown}; so are {@code mains} and {@code link}
 * @param record null in lists: who somebody is, is told one at a time
 */
@JsonbNillable
public record DeviceJson(
        String id,
        String protocol,
        String identity,
        String name,
        boolean hasKey,
        Integer supervisionSeconds,
        Instant createdAt,
        Instant lastHeardAt,
        String lastAddress,
        String state,
        String battery,
        String mains,
        String link,
        Instant silentSince,
        String group,
        String groupName,
        String secondReceiver,
        Instant onTestUntil,
        Instant outOfServiceUntil,
        Integer alarmLimit,
        RecordJson record,
        long version) {

    static DeviceJson of(Device device, Instant now) {
        return of(device, null, now);
    }

    static DeviceJson of(Device device, DeviceRecord record, Instant now) {
        return new DeviceJson(
                device.id().toString(),
                device.identity().protocol().wire(),
                device.identity().value(),
                device.name(),
                device.hasKey(),
                device.supervisionSeconds(),
                device.createdAt(),
                device.lastHeardAt(),
                device.lastAddress(),
                device.state(now).wire(),
                device.condition().battery().wire(),
                device.condition().mains().wire(),
                device.condition().link().wire(),
                device.condition().silentSince(),
                device.settings().group() == null
                        ? null
                        : device.settings().group().toString(),
                device.groupName(),
                device.settings().secondReceiver(),
                device.settings().onTestUntil(),
                device.settings().outOfServiceUntil(),
                device.settings().alarmLimit(),
                record == null ? null : RecordJson.of(record),
                device.version());
    }
}
