package se.fixpunkt.alarms;

/** A group cannot go while devices are in it. */
@SuppressWarnings("serial")
public final class DeviceGroupHasDevices extends AlarmRefusal {
    public DeviceGroupHasDevices() {
        super(Kind.CONFLICT);
    }
}
