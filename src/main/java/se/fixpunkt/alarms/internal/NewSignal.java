package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.List;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.SignalId;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * A signal that is to be stored.
 *
 * @param repeatKey its own, or its own with the mark of the round, see {@link SignalStore}
 * @param onTest whether its device is on test, so that it reaches no operator
 * @param answers in the order they are sent
 */
record NewSignal(
        SignalId id,
        Arrival arrival,
        Sender sender,
        Accepted accepted,
        String repeatKey,
        Instant receivedAt,
        boolean onTest,
        List<Bytes> answers) {}
