package se.fixpunkt.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One message on the wire.
 *
 * @param id of this message
 * @param exchange the same for a request and its answers
 * @param device null when the register does not know it
 * @param protocol the protocol's wire name
 * @param identity what the sender called itself; null when it could not be read
 * @param at when it came or, of an answer, when it could leave
 * @param incoming true from the device, false from us
 * @param peer address and port of the other end
 * @param node which of our server groups spoke with it; empty when that was not noted
 * @param kind of the signal, in lower case; null when it made none
 * @param decoded for people; null when it could not be decoded
 * @param verdict what the receiver made of it, e.g. {@code stored}, {@code repeat}, {@code bad-crc}
 * @param waited of an answer: since the request came; null when that is not known
 */
@SuppressWarnings("ArrayRecordComponent")
public record Transmission(
        String id,
        UUID exchange,
        DeviceId device,
        String protocol,
        String identity,
        Instant at,
        boolean incoming,
        String peer,
        String node,
        String kind,
        byte[] raw,
        String decoded,
        String verdict,
        Duration waited) {}
