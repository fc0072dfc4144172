package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.internal.KnownSenders.Known;
import se.fixpunkt.shared.OrganisationId;

/** Arrivals from one known device. */
final class SomeSignals {
    static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    static final DeviceIdentity IDENTITY = DeviceIdentity.of(Protocol.DC09, "1234");
    static final Map<DeviceIdentity, Known> KNOWN =
            Map.of(IDENTITY, new Known(new Sender(DeviceId.next(), OrganisationId.next(), Optional.empty()), null));

    private SomeSignals() {}

    static Arrival arrival(String reference, Instant at) {
        return arrival(reference, at, SignalKind.ALARM, Optional.empty());
    }

    static Arrival arrival(String reference, Instant at, SignalKind kind, Optional<Instant> raisedAt) {
        return arrival(reference, new RepeatKey("test|" + reference, Duration.ofMinutes(2)), at, kind, raisedAt);
    }

    static Arrival arrival(RepeatKey repeat, Instant at, SignalKind kind) {
        return arrival("1", repeat, at, kind, Optional.empty());
    }

    private static Arrival arrival(
            String reference, RepeatKey repeat, Instant at, SignalKind kind, Optional<Instant> raisedAt) {
        Signal signal = new Signal(
                reference,
                repeat,
                kind,
                AlarmKind.PERSONAL,
                AlarmKind.PERSONAL.priority(),
                "QA",
                "",
                raisedAt,
                "decoded");
        Bytes receipt = Bytes.latin1("receipt of " + at);
        return arrival(at, sender -> new Accepted(signal, receipt, stored -> List.of(stored)), Lane.ALARM);
    }

    static Arrival arrival(Instant at, Interpreter interpreter, Lane lane) {
        return new Arrival(IDENTITY, Bytes.latin1("raw"), "192.0.2.1:4711", at, lane, interpreter);
    }

    static Waiting waiting(Arrival arrival) {
        return new Waiting(
                arrival,
                new CompletableFuture<>(),
                System.nanoTime() + Duration.ofHours(1).toNanos());
    }
}
