package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.DomainEvents;

/**
 * Hears every domain event and writes its line at once, while the transaction is active. Not in {@code beforeCompletion}: the
 * server hands out another connection by then, which commits on its own, so a change that lost its race at the commit would
 * leave a line behind.
 */
@ApplicationScoped
class JournalListener {
    private final JournalRepository journal;
    private final JournalScribe scribe;

    @Inject
    JournalListener(JournalRepository journal, JournalScribe scribe) {
        this.journal = journal;
        this.scribe = scribe;
    }

    void hear(@Observes DomainEvent event) {
        journal.add(scribe.lines(List.of(event)));
    }

    void hearAll(@Observes DomainEvents many) {
        journal.add(scribe.lines(many.events()));
    }
}
