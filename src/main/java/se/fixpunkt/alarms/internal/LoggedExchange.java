package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One row of the conversation log.
 *
 * @param device null when the register does not know it
 * @param identity null when it could not be told
 */
record LoggedExchange(
        DeviceId device,
        Protocol protocol,
        String identity,
        Instant at,
        Direction direction,
        String peer,
        Bytes raw,
        String decoded,
        String verdict) {
    static LoggedExchange in(Arrival arrival, Sender sender, String decoded, String verdict) {
        return of(arrival, sender, arrival.at(), Direction.IN, arrival.raw(), decoded, verdict);
    }

    static LoggedExchange out(Arrival arrival, Sender sender, Instant at, Bytes answer, String verdict) {
        return of(arrival, sender, at, Direction.OUT, answer, "", verdict);
    }

    static LoggedExchange of(Overheard overheard, Optional<Sender> sender) {
        return new LoggedExchange(
                sender.map(Sender::device).orElse(null),
                overheard.protocol(),
                overheard.identity().map(DeviceIdentity::value).orElse(null),
                overheard.at(),
                overheard.direction(),
                overheard.peer(),
                overheard.raw(),
                overheard.decoded(),
                overheard.verdict());
    }

    private static LoggedExchange of(
            Arrival arrival,
            Sender sender,
            Instant at,
            Direction direction,
            Bytes raw,
            String decoded,
            String verdict) {
        return new LoggedExchange(
                sender == null ? null : sender.device(),
                arrival.identity().protocol(),
                arrival.identity().value(),
                at,
                direction,
                arrival.peer(),
                raw,
                decoded,
                verdict);
    }
}
