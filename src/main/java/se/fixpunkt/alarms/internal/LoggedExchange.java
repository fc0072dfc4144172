package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * A message that made no new signal, and what was answered to it in the same commit; or something that was overheard.
 *
 * @param device null when the register does not know it
 * @param identity null when it could not be told
 * @param kind of a heartbeat or a repeat; null when the message was not accepted
 * @param answers in the order they are sent; empty when nothing was, and for what was overheard
 */
record LoggedExchange(
        UUID id,
        DeviceId device,
        Protocol protocol,
        String identity,
        Instant at,
        Direction direction,
        SignalKind kind,
        String peer,
        Bytes raw,
        String decoded,
        String verdict,
        List<Bytes> answers) {
    static LoggedExchange of(
            Arrival arrival, Sender sender, Interpretation message, String verdict, List<Bytes> answers) {
        return new LoggedExchange(
                TimeOrderedId.next(),
                sender == null ? null : sender.device(),
                arrival.identity().protocol(),
                arrival.identity().value(),
                arrival.at().truncatedTo(ChronoUnit.MICROS),
                Direction.IN,
                message instanceof Accepted accepted ? accepted.signal().kind() : null,
                arrival.peer(),
                arrival.raw(),
                message.decoded(),
                verdict,
                answers);
    }

    static LoggedExchange of(Overheard overheard, Optional<Sender> sender) {
        return new LoggedExchange(
                TimeOrderedId.next(),
                sender.map(Sender::device).orElse(null),
                overheard.protocol(),
                overheard.identity().map(DeviceIdentity::value).orElse(null),
                overheard.at().truncatedTo(ChronoUnit.MICROS),
                overheard.direction(),
                null,
                overheard.peer(),
                overheard.raw(),
                overheard.decoded(),
                overheard.verdict(),
                List.of());
    }
}
