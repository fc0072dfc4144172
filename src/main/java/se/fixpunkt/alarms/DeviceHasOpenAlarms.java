package se.fixpunkt.alarms;

/** A device cannot leave the register while an alarm of it waits or is being handled. */
@SuppressWarnings("serial")
public final class DeviceHasOpenAlarms extends AlarmRefusal {
    public DeviceHasOpenAlarms() {
        super(Kind.CONFLICT);
    }
}
