package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.mail.internal.Carrier.NotNow;
import se.fixpunkt.mail.internal.Carrier.Undeliverable;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.shared.Vault;

/** Carries what is due. Each letter is claimed in one commit, carried outside of any, and settled in another. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BAG = 50;
    private static final int PROBLEM_LENGTH = 300;

    private final LetterRepository letters;
    private final Carrier carrier;
    private final Vault vault;
    private final Clock clock;

    @Inject
    Postman(LetterRepository letters, Carrier carrier, Vault vault, Clock clock) {
        this.letters = letters;
        this.carrier = carrier;
        this.vault = vault;
        this.clock = clock;
    }

    /** Carries all letters that are due now. */
    void round() {
        List<UUID> due;
        do {
            due = letters.due(clock.instant(), BAG);
            due.forEach(this::carry);
        } while (due.size() == BAG);
    }

    /** Carries this letter, if it is due and no other node has it. */
    void carry(UUID id) {
        UUID claim = TimeOrderedId.next();
        Optional<StoredLetter> claimed = letters.claim(id, claim, clock.instant(), LEASE);
        if (claimed.isEmpty()) {
            return;
        }
        StoredLetter letter = claimed.get();
        try {
            byte[] opened = vault.open(letter.sealedText(), StoredLetter.place(id));
            carry(letter, SealedContent.read(opened, letter.recipient(), letter.subject()), claim);
        } catch (IllegalStateException unreadable) {
            giveUp(id, claim, shortened(String.valueOf(unreadable.getMessage())));
        }
    }

    private void carry(StoredLetter letter, SealedContent content, UUID claim) {
        try {
            carrier.deliver(letter, content);
            letters.sent(letter.id(), claim, clock.instant());
        } catch (Undeliverable never) {
            giveUp(letter.id(), claim, said(never, content));
        } catch (NotNow later) {
            tryLater(letter, claim, said(later, content));
        }
    }

    private void tryLater(StoredLetter letter, UUID claim, String problem) {
        Optional<Duration> wait = Backoff.after(letter.tries());
        if (wait.isEmpty()) {
            giveUp(letter.id(), claim, problem);
            return;
        }
        Instant due = clock.instant().plus(wait.get());
        LOG.log(Level.INFO, () -> "Letter " + letter.id() + " was not taken, next try at " + due + ": " + problem);
        letters.waitUntil(letter.id(), claim, due, problem);
    }

    private void giveUp(UUID id, UUID claim, String problem) {
        LOG.log(Level.WARNING, () -> "Letter " + id + " cannot be delivered: " + problem);
        letters.failed(id, claim, problem);
    }

    private static String said(RuntimeException problem, SealedContent content) {
        return shortened(content.withoutRecipient(String.valueOf(problem.getMessage())));
    }

    private static String shortened(String problem) {
        String text = problem.strip();
        return text.length() <= PROBLEM_LENGTH ? text : text.substring(0, PROBLEM_LENGTH);
    }
}
