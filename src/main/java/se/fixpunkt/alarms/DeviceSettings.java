package se.fixpunkt.alarms;

import java.time.Instant;
import se.fixpunkt.shared.Faults;

/**
 * How a device is treated. In a change null means unchanged; {@link DeviceGroupId#NONE}, an empty text, the epoch and 0
 * take a value away.
 *
 * @param group who may see it, besides those with a right to the whole register
 * @param secondReceiver the address of the other receiver that it is programmed with; a note, at most 200 characters
 * @param onTestUntil until then its alarms are kept and answered but reach no operator
 * @param outOfServiceUntil until then its silence is no failure; its alarms are alarms
 * @param alarmLimit how many alarms of one kind and priority in a minute are shown one by one, 1 to 1000; the rest are counted
 */
public record DeviceSettings(
        DeviceGroupId group,
        String secondReceiver,
        Instant onTestUntil,
        Instant outOfServiceUntil,
        Integer alarmLimit) {
    public static final DeviceSettings NONE = new DeviceSettings(null, null, null, null, null);

    private static final int LONGEST = 200;
    private static final int MOST = 1000;

    public DeviceSettings {
        Faults faults = new Faults();
        secondReceiver = secondReceiver == null ? null : secondReceiver.strip();
        if (secondReceiver != null && secondReceiver.length() > LONGEST) {
            faults.add("secondReceiver", "too-long");
        }
        if (alarmLimit != null && (alarmLimit < 0 || alarmLimit > MOST)) {
            faults.add("alarmLimit", "out-of-range");
        }
        faults.refuse();
    }

    /** What is true after this change. */
    public DeviceSettings over(DeviceSettings was) {
        DeviceGroupId newGroup = group == null ? was.group : group;
        String newReceiver = secondReceiver == null ? was.secondReceiver : secondReceiver;
        Integer newLimit = alarmLimit == null ? was.alarmLimit : alarmLimit;
        return new DeviceSettings(
                DeviceGroupId.NONE.equals(newGroup) ? null : newGroup,
                newReceiver == null || newReceiver.isEmpty() ? null : newReceiver,
                after(onTestUntil, was.onTestUntil),
                after(outOfServiceUntil, was.outOfServiceUntil),
                newLimit == null || newLimit == 0 ? null : newLimit);
    }

    /** Until when its silence is no failure; null when it always is. */
    public Instant silenceAllowedUntil() {
        if (onTestUntil == null || outOfServiceUntil == null) {
            return onTestUntil == null ? outOfServiceUntil : onTestUntil;
        }
        return onTestUntil.isAfter(outOfServiceUntil) ? onTestUntil : outOfServiceUntil;
    }

    private static Instant after(Instant change, Instant was) {
        Instant now = change == null ? was : change;
        return Instant.EPOCH.equals(now) ? null : now;
    }
}
