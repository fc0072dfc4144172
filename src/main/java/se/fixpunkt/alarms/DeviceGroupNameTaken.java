package se.fixpunkt.alarms;

/** A group of devices with that name exists. */
@SuppressWarnings("serial")
public final class DeviceGroupNameTaken extends AlarmRefusal {
    public DeviceGroupNameTaken() {
        super(Kind.CONFLICT);
    }
}
