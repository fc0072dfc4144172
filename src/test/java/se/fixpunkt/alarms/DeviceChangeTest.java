package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.InvalidValue;

class DeviceChangeTest {
    private static final Device DEVICE = new Device(
            DeviceId.next(),
            DeviceIdentity.of(Protocol.DC09, "#1234"),
            "Bod 3",
            true,
            180,
            Instant.parse("2026-01-01T00:00:00Z"),
            null,
            null,
            1);

    @Test
    void whatIsMissingStays() {
        DeviceChange nothing = new DeviceChange(null, null, null);
        assertEquals("Bod 3", nothing.nameAfter(DEVICE));
        assertEquals(180, nothing.supervisionAfter(DEVICE));
    }

    @Test
    void zeroSecondsEndSupervision() {
        assertNull(new DeviceChange(null, null, 0).supervisionAfter(DEVICE));
    }

    @Test
    void refusesIntervalsThatNobodyCanKeep() {
        assertThrows(InvalidValue.class, () -> new DeviceChange(null, null, 9));
        assertThrows(InvalidValue.class, () -> new DeviceChange(null, null, 604_801));
        assertThrows(InvalidValue.class, () -> new DeviceChange(null, null, -1));
    }

    @Test
    void aNameCannotBeTakenAway() {
        assertThrows(InvalidValue.class, () -> new DeviceChange(" ", null, null));
    }

    @Test
    void noTextFormHoldsTheKey() {
        assertFalse(new DeviceChange("x", "0123456789ABCDEF", 60).toString().contains("0123456789ABCDEF"));
        assertFalse(new NewDevice(DEVICE.identity(), "x", "0123456789ABCDEF", 60)
                .toString()
                .contains("0123456789ABCDEF"));
    }

    @Test
    void theJournalLearnsThatTheKeyChangedButNotTheKey() {
        DeviceChanged event =
                new DeviceChanged(se.fixpunkt.shared.OrganisationId.next(), DEVICE, DEVICE, true, java.util.List.of());
        assertEquals(true, event.after().get("keyChanged"));
        assertEquals(true, event.after().get("hasKey"));
        assertFalse(event.after().containsKey("key"));
    }
}
