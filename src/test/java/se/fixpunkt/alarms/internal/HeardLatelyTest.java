package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.Bytes;

class HeardLatelyTest {
    private final HeardLately lately = new HeardLately();
    private final DeviceId device = DeviceId.next();

    @Test
    void aDeviceThatSpeaksManyTimesASecondIsNotedEveryOtherSecond() {
        int notes = 0;
        for (int tenth = 0; tenth < 60; tenth++) {
            notes += notes(SomeSignals.NOW.plusMillis(tenth * 100L));
        }
        assertEquals(3, notes);
    }

    @Test
    void anotherDeviceIsNotedAllTheSame() {
        assertEquals(1, notes(SomeSignals.NOW));
        Arrival arrival = arrival(SomeSignals.NOW);
        assertEquals(1, lately.worthNoting(Map.of(DeviceId.next(), arrival)).size());
    }

    private int notes(Instant at) {
        return lately.worthNoting(Map.of(device, arrival(at))).size();
    }

    private static Arrival arrival(Instant at) {
        return new Arrival(SomeSignals.IDENTITY, Bytes.NONE, "192.0.2.1:1", at, Lane.SUPERVISION, sender -> null);
    }
}
