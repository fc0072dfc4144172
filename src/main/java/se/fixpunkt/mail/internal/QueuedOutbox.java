package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import se.fixpunkt.mail.Letter;
import se.fixpunkt.mail.Outbox;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.shared.Vault;

/** Puts letters in the queue, sealed, in the sender's transaction. */
@ApplicationScoped
@Transactional
class QueuedOutbox implements Outbox {
    private final LetterRepository letters;
    private final Vault vault;
    private final Clock clock;
    private final Event<LetterPosted> posted;

    @Inject
    QueuedOutbox(LetterRepository letters, Vault vault, Clock clock, Event<LetterPosted> posted) {
        this.letters = letters;
        this.vault = vault;
        this.clock = clock;
        this.posted = posted;
    }

    @Override
    @OpenToAnyone(because = "other contexts write letters, after their own permission check")
    public void post(Letter letter) {
        UUID id = TimeOrderedId.next();
        byte[] sealed = vault.seal(SealedContent.of(letter).toBytes(), StoredLetter.place(id));
        letters.add(new StoredLetter(id, sealed, clock.instant()));
        posted.fire(new LetterPosted(id));
    }
}
