package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DeviceCondition WELL =
            new DeviceCondition(Fitness.WELL, Fitness.UNKNOWN, Fitness.UNKNOWN, null);
    private static final DeviceCondition SILENT =
            new DeviceCondition(Fitness.FAILING, Fitness.WELL, Fitness.WELL, NOW.minusSeconds(5));

    @Test
    void theMostImportantStateIsShown() {
        assertEquals(DeviceState.NEVER_HEARD, device(DeviceSettings.NONE, DeviceCondition.UNKNOWN, null));
        assertEquals(DeviceState.WELL, device(DeviceSettings.NONE, WELL, NOW));
        assertEquals(DeviceState.SILENT, device(DeviceSettings.NONE, SILENT, NOW));
        assertEquals(DeviceState.ON_TEST, device(onTest(NOW.plusSeconds(1)), SILENT, NOW));
    }

    @Test
    void aTestEndsByItself() {
        assertEquals(DeviceState.WELL, device(onTest(NOW), WELL, NOW));
    }

    @Test
    void whatIsMissingInAChangeStaysAndNothingTakesAway() {
        DeviceSettings was = new DeviceSettings(DeviceGroupId.next(), "192.0.2.1", NOW, null, 5);
        assertEquals(was, DeviceSettings.NONE.over(was));
        DeviceSettings none = new DeviceSettings(DeviceGroupId.NONE, "", Instant.EPOCH, Instant.EPOCH, 0).over(was);
        assertEquals(DeviceSettings.NONE, none);
    }

    @Test
    void silenceIsAllowedUntilTheLaterOfTestAndService() {
        assertNull(DeviceSettings.NONE.silenceAllowedUntil());
        Instant later = NOW.plusSeconds(60);
        assertEquals(later, new DeviceSettings(null, null, NOW, later, null).silenceAllowedUntil());
        assertEquals(later, new DeviceSettings(null, null, later, NOW, null).silenceAllowedUntil());
    }

    private static DeviceSettings onTest(Instant until) {
        return new DeviceSettings(null, null, until, null, null);
    }

    private static DeviceState device(DeviceSettings settings, DeviceCondition condition, Instant heard) {
        return new Device(
                        DeviceId.next(),
                        DeviceIdentity.of(Protocol.SCAIP, "1"),
                        "Bod",
                        false,
                        null,
                        NOW,
                        heard,
                        null,
                        settings,
                        null,
                        condition,
                        1)
                .state(NOW);
    }
}
