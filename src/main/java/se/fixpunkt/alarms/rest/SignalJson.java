package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.Locale;
import se.fixpunkt.alarms.DeviceSignal;

/** One message as it was understood, in the contract's form. */
@JsonbNillable
public record SignalJson(
        String id, String kind, String code, String decoded, Instant raisedAt, Instant receivedAt, boolean onTest) {
    static SignalJson of(DeviceSignal signal) {
        return new SignalJson(
                signal.id().toString(),
                signal.kind().name().toLowerCase(Locale.ROOT),
                signal.code(),
                signal.decoded(),
                signal.raisedAt(),
                signal.receivedAt(),
                signal.onTest());
    }
}
