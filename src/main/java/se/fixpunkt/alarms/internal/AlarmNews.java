package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import se.fixpunkt.alarms.AlarmEvent;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.shared.DomainEvent;

/** Tells what happened to an alarm: to the journal in the same commit, and to this node's open pages after it. */
@ApplicationScoped
class AlarmNews {
    private final Event<DomainEvent> journal;
    private final Event<QueueChanged> pages;

    @Inject
    AlarmNews(Event<DomainEvent> journal, Event<QueueChanged> pages) {
        this.journal = journal;
        this.pages = pages;
    }

    void tell(AlarmEvent event) {
        journal.fire(event);
        touch(event.alarm());
    }

    /** It looks otherwise, though nothing happened that the journal must know. */
    void touch(AlarmId alarm) {
        pages.fire(new QueueChanged(Set.of(alarm)));
    }
}
