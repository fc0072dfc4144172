package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Objects;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One message as it came from the wire.
 *
 * @param identity who the message says it is from
 * @param raw every byte of it
 * @param peer the network address it came from
 * @param lane which queue it waits in; heartbeats and tests never delay an alarm
 */
public record Arrival(DeviceIdentity identity, Bytes raw, String peer, Instant at, Lane lane, Interpreter interpreter) {
    public Arrival {
        Objects.requireNonNull(identity);
        Objects.requireNonNull(raw);
        Objects.requireNonNull(peer);
        Objects.requireNonNull(at);
        Objects.requireNonNull(lane);
        Objects.requireNonNull(interpreter);
    }

    public enum Lane {
        ALARM,
        SUPERVISION
    }
}
