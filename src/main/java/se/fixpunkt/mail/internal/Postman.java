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
            byte[] text = vault.open(letter.sealedText(), StoredLetter.place(id));
            carrier.deliver(letter, SealedContent.read(text, letter.subject()));
            letters.sent(id, claim, clock.instant());
        } catch (Undeliverable never) {
            giveUp(id, claim, never);
        } catch (NotNow later) {
            tryLater(letter, claim, later);
        } catch (IllegalStateException unreadable) {
            giveUp(id, claim, unreadable);
        }
    }

    private void tryLater(StoredLetter letter, UUID claim, NotNow problem) {
        Optional<Duration> wait = Backoff.after(letter.tries());
        if (wait.isEmpty()) {
            giveUp(letter.id(), claim, problem);
            return;
        }
        Instant due = clock.instant().plus(wait.get());
        LOG.log(
                Level.INFO,
                () -> "Letter " + letter.id() + " was not taken, next try at " + due + ": " + said(problem));
        letters.waitUntil(letter.id(), claim, due, said(problem));
    }

    private void giveUp(UUID id, UUID claim, RuntimeException problem) {
        LOG.log(Level.WARNING, () -> "Letter " + id + " cannot be delivered: " + said(problem));
        letters.failed(id, claim, said(problem));
    }

    private static String said(RuntimeException problem) {
        String text = String.valueOf(problem.getMessage()).strip();
        return text.length() <= PROBLEM_LENGTH ? text : text.substring(0, PROBLEM_LENGTH);
    }
}
