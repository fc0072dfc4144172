package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmRateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void asManyAsTheLimitInAMinuteAreNoFlood() {
        AlarmRate rate = new AlarmRate();
        int shown = 0;
        for (int i = 0; i < 100; i++) {
            shown += rate.exceeds(3, NOON.plusMillis(i)) ? 0 : 1;
        }
        assertEquals(3, shown);
    }

    @Test
    void aFloodLastsAsLongAsItIsOne() {
        AlarmRate rate = new AlarmRate();
        for (int second = 0; second < 600; second++) {
            assertEquals(second >= 3, rate.exceeds(3, NOON.plusSeconds(second)));
        }
        assertFalse(rate.exceeds(3, NOON.plusSeconds(700)));
    }

    @Test
    void aSlowDeviceIsNeverDamped() {
        AlarmRate rate = new AlarmRate();
        for (int minute = 0; minute < 60; minute++) {
            assertFalse(rate.exceeds(1, NOON.plusSeconds(61L * minute)));
        }
        assertTrue(rate.exceeds(1, NOON.plusSeconds(61L * 59 + 1)));
    }
}
