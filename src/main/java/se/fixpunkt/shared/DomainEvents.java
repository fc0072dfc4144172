package se.fixpunkt.shared;

import java.util.List;

/** Many events of one transaction, fired as one so that the journal writes them in one batch. */
public record DomainEvents(List<DomainEvent> events) {
    public DomainEvents {
        events = List.copyOf(events);
    }
}
