package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Base64;
import se.fixpunkt.alarms.Transmission;

/**
 * One message on the wire, in the contract's form.
 *
 * @param direction {@code in} from the device, {@code out} from us
 * @param raw base64
 */
@JsonbNillable
public record TransmissionJson(
        String id,
        Instant at,
        String direction,
        String peer,
        String protocol,
        String identity,
        String raw,
        String decoded,
        String verdict) {

    static TransmissionJson of(Transmission line) {
        return new TransmissionJson(
                line.id().toString(),
                line.at(),
                line.incoming() ? "in" : "out",
                line.peer(),
                line.protocol(),
                line.identity(),
                Base64.getEncoder().encodeToString(line.raw()),
                line.decoded(),
                line.verdict());
    }
}
