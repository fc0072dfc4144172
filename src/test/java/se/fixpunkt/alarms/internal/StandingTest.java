package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Fitness;
import se.fixpunkt.shared.OrganisationId;

class StandingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String HERE = "192.0.2.1:4711";

    @Test
    void aHeartbeatThatTellsNothingNewIsNotWritten() {
        int written = 0;
        Standing standing = heard(NOON, 90, DeviceCondition.UNKNOWN);
        for (int second = 0; second < 90; second++) {
            Instant now = NOON.plusSeconds(second);
            if (standing.isNews(HERE, now)) {
                written++;
                standing = heard(now, 90, DeviceCondition.UNKNOWN);
            }
        }
        assertEquals(9, written, "one in nine seconds, a tenth of the interval");
    }

    @Test
    void theReturnOfASilentDeviceIsNewsAtOnce() {
        DeviceCondition silent = new DeviceCondition(Fitness.UNKNOWN, Fitness.UNKNOWN, Fitness.UNKNOWN, NOON);
        assertTrue(heard(NOON, 90, silent).isNews(HERE, NOON));
    }

    @Test
    void anotherAddressIsNewsAndAnotherPortIsNot() {
        Standing standing = heard(NOON, 90, DeviceCondition.UNKNOWN);
        assertFalse(standing.isNews("192.0.2.1:9", NOON));
        assertTrue(standing.isNews("192.0.2.2:4711", NOON));
    }

    @Test
    void theFirstMessageIsNewsAlsoOfADeviceThatNobodySupervises() {
        assertTrue(heard(null, null, DeviceCondition.UNKNOWN).isNews(HERE, NOON));
        assertFalse(heard(NOON, null, DeviceCondition.UNKNOWN).isNews(HERE, NOON.plusSeconds(9)));
        assertTrue(heard(NOON, null, DeviceCondition.UNKNOWN).isNews(HERE, NOON.plusSeconds(10)));
    }

    private static Standing heard(Instant at, Integer seconds, DeviceCondition condition) {
        return new Standing(
                DeviceId.next(), OrganisationId.next(), "Bod", true, null, null, null, at, HERE, seconds, condition);
    }
}
