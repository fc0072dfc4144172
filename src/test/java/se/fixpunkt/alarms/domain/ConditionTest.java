package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.Fitness;

class ConditionTest {
    @Test
    void anAlarmAboutAPartMakesItFailUntilItIsRestored() {
        DeviceCondition low = after(DeviceCondition.UNKNOWN, SignalKind.ALARM, AlarmKind.BATTERY);
        assertEquals(Fitness.FAILING, low.battery());
        assertEquals(Fitness.UNKNOWN, low.mains());
        assertEquals(
                Fitness.FAILING,
                after(low, SignalKind.HEARTBEAT, AlarmKind.TEST).battery());
        assertEquals(
                Fitness.WELL, after(low, SignalKind.RESTORAL, AlarmKind.BATTERY).battery());
    }

    @Test
    void mainsAndLinkAreToldApart() {
        DeviceCondition dark = after(DeviceCondition.UNKNOWN, SignalKind.ALARM, AlarmKind.POWER);
        DeviceCondition alone = after(dark, SignalKind.ALARM, AlarmKind.COMMUNICATION);
        assertEquals(new DeviceCondition(Fitness.UNKNOWN, Fitness.FAILING, Fitness.FAILING, null), alone);
    }

    @Test
    void aPersonsAlarmSaysNothingOfTheDevice() {
        assertEquals(DeviceCondition.UNKNOWN, after(DeviceCondition.UNKNOWN, SignalKind.ALARM, AlarmKind.FALL));
    }

    private static DeviceCondition after(DeviceCondition was, SignalKind kind, AlarmKind about) {
        return Condition.after(
                was,
                new Signal(
                        "1",
                        new RepeatKey("k", Duration.ofMinutes(1)),
                        kind,
                        about,
                        about.priority(),
                        "",
                        "",
                        Optional.empty(),
                        ""));
    }
}
