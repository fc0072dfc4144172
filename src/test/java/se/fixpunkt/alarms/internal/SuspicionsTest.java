package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;

class SuspicionsTest {
    @Test
    void aStrangersMessageIsCounted() {
        assertTrue(Suspicions.concerns(fromAStranger(Direction.IN, "unknown-device")));
    }

    @Test
    void whatIsSentToAStrangerIsNotCounted() {
        assertFalse(Suspicions.concerns(fromAStranger(Direction.OUT, "unknown-device")));
    }

    @Test
    void aStrangersAnswerToOurMessageIsNotCounted() {
        assertFalse(Suspicions.concerns(fromAStranger(Direction.IN, "delivered")));
    }

    private static LoggedExchange fromAStranger(Direction direction, String verdict) {
        return LoggedExchange.of(
                new Overheard(
                        Protocol.SCAIP,
                        Optional.of(new DeviceIdentity(Protocol.SCAIP, "12345678")),
                        direction,
                        "192.0.2.10:5060",
                        Instant.parse("2026-01-05T13:02:31Z"),
                        Bytes.of(new byte[] {1}),
                        "",
                        verdict),
                Optional.empty());
    }
}
