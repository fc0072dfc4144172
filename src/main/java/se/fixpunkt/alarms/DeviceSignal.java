package se.fixpunkt.alarms;

import java.time.Instant;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * One message of a device, as it was understood.
 *
 * @param code the protocol's own event code; may be empty
 * @param raisedAt the device's own time; null when it told none
 * @param onTest whether it came while the device was on test
 */
public record DeviceSignal(
        SignalId id,
        SignalKind kind,
        String code,
        String decoded,
        Instant raisedAt,
        Instant receivedAt,
        boolean onTest) {}
