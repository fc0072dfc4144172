package se.fixpunkt.alarms;

import se.fixpunkt.shared.DomainEvent;

/** Something happened to an alarm. */
public interface AlarmEvent extends DomainEvent {
    AlarmId alarm();

    @Override
    default Subject subject() {
        return new Subject("alarm", alarm().value());
    }
}
