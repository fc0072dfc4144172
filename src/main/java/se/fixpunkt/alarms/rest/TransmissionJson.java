package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import se.fixpunkt.alarms.Transmission;

/**
 * One message on the wire, in the contract's form.
 *
 * @param exchange the same for a request and its answers
 * @param direction {@code in} from the device, {@code out} from us
 * @param raw base64
 * @param waitedMs of an answer: milliseconds since the request came, to the microsecond
 */
@JsonbNillable
public record TransmissionJson(
        String id,
        String exchange,
        Instant at,
        String direction,
        String peer,
        String node,
        String protocol,
        String identity,
        String kind,
        String raw,
        String decoded,
        String verdict,
        BigDecimal waitedMs) {

    static TransmissionJson of(Transmission line) {
        return new TransmissionJson(
                line.id(),
                line.exchange().toString(),
                line.at(),
                line.incoming() ? "in" : "out",
                line.peer(),
                line.node(),
                line.protocol(),
                line.identity(),
                line.kind(),
                Base64.getEncoder().encodeToString(line.raw()),
                line.decoded(),
                line.verdict(),
                milliseconds(line.waited()));
    }

    static BigDecimal milliseconds(Duration waited) {
        return waited == null ? null : BigDecimal.valueOf(waited.toNanos() / 1000, 3);
    }
}
