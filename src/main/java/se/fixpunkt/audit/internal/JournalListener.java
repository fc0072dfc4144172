package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.audit.JournalLine;
import se.fixpunkt.shared.DomainEvent;

/**
 * Hears every domain event. The lines of one transaction are gathered and written together just before it commits: a
 * commit that carries a thousand alarms costs one batch, and a line that cannot be written takes the change with it.
 */
@ApplicationScoped
class JournalListener {
    private final JournalRepository journal;
    private final JournalScribe scribe;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    JournalListener(JournalRepository journal, JournalScribe scribe, TransactionSynchronizationRegistry transaction) {
        this.journal = journal;
        this.scribe = scribe;
        this.transaction = transaction;
    }

    void hear(@Observes DomainEvent event) {
        JournalLine line = scribe.line(event);
        switch (transaction.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION -> journal.add(List.of(line));
            case Status.STATUS_ACTIVE -> draft().lines.add(line);
            default -> {
                // The change is being rolled back, so it never happened.
            }
        }
    }

    private Draft draft() {
        if (transaction.getResource(Draft.class) instanceof Draft begun) {
            return begun;
        }
        Draft draft = new Draft();
        transaction.putResource(Draft.class, draft);
        transaction.registerInterposedSynchronization(draft);
        return draft;
    }

    /** The lines of one transaction. */
    private final class Draft implements Synchronization {
        private final List<JournalLine> lines = new ArrayList<>();

        /** Whatever is thrown here rolls the transaction back. */
        @Override
        public void beforeCompletion() {
            journal.add(lines);
        }

        @Override
        public void afterCompletion(int status) {
            lines.clear();
        }
    }
}
