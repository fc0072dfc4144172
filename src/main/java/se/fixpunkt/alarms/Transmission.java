package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.UUID;

/**
 * One message on the wire.
 *
 * @param device null when the register does not know it
 * @param protocol the protocol's wire name
 * @param identity what the sender called itself; null when it could not be read
 * @param incoming true from the device, false from us
 * @param peer address and port of the other end
 * @param decoded for people; null when it could not be decoded
 * @param verdict what the receiver made of it, e.g. {@code stored}, {@code repeat}, {@code bad-crc}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Transmission(
        UUID id,
        DeviceId device,
        String protocol,
        String identity,
        Instant at,
        boolean incoming,
        String peer,
        byte[] raw,
        String decoded,
        String verdict) {}
