package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One message in either direction, for the conversation log only.
 *
 * @param identity who it is from or to, where that could be told
 * @param decoded readable form; may be empty
 * @param verdict one word, at most 64 characters
 */
public record Overheard(
        Protocol protocol,
        Optional<DeviceIdentity> identity,
        Direction direction,
        String peer,
        Instant at,
        Bytes raw,
        String decoded,
        String verdict) {
    public enum Direction {
        IN,
        OUT
    }
}
