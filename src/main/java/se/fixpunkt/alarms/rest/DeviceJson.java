package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import se.fixpunkt.alarms.Device;

/** A device in the contract's form: its key is never there, only whether it has one. */
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
        long version) {

    static DeviceJson of(Device device) {
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
                device.version());
    }
}
