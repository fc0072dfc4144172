package se.fixpunkt.alarms;

import se.fixpunkt.shared.DomainEvent;

/** Something happened to a device's place in the register. */
public interface DeviceEvent extends DomainEvent {
    DeviceId device();

    @Override
    default Subject subject() {
        return new Subject("device", device().value());
    }
}
