package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.mail.Outbox;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.twofactor.ChallengeId;
import se.fixpunkt.twofactor.Codes;
import se.fixpunkt.twofactor.Redemption;
import se.fixpunkt.twofactor.Redemption.Verdict;
import se.fixpunkt.twofactor.TooManyCodes;
import se.fixpunkt.twofactor.internal.BudgetRepository.Item;
import se.fixpunkt.users.Person;

/** Codes by mail. Only a keyed hash of a code is stored, so that the database alone does not give it away. */
@ApplicationScoped
@Transactional
class MailedCodes implements Codes {
    static final Duration LASTS = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;
    private static final int MOST_SENDINGS = 5;
    private static final Duration BETWEEN_LETTERS = Duration.ofSeconds(30);
    private static final String BECAUSE = "sign-in asks, after the password or for a session of its own";

    private final CodeRepository codes;
    private final BudgetRepository budget;
    private final Outbox outbox;
    private final CodeLetter letter;
    private final Vault vault;
    private final Clock clock;

    @Inject
    MailedCodes(
            CodeRepository codes, BudgetRepository budget, Outbox outbox, CodeLetter letter, Vault vault, Clock clock) {
        this.codes = codes;
        this.budget = budget;
        this.outbox = outbox;
        this.letter = letter;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void send(ChallengeId challenge, Person person) {
        Duration wait = waitBeforeAnother(challenge);
        if (!wait.isZero()) {
            throw new TooManyCodes(wait);
        }
        Instant now = clock.instant();
        budget.spend(Item.LETTER, person.id(), now).ifPresent(untilNextHour -> {
            throw new TooManyCodes(untilNextHour);
        });
        String code = OneTimeCode.next();
        byte[] fingerprint = fingerprint(challenge, code);
        if (codes.find(challenge).isEmpty()) {
            codes.add(new StoredCode(challenge, person.id(), fingerprint, now, LASTS));
        } else if (!codes.replace(challenge, fingerprint, now, now.plus(LASTS), MOST_SENDINGS)) {
            throw new TooManyCodes(LASTS);
        }
        outbox.post(letter.with(code, person, LASTS));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Redemption redeem(ChallengeId challenge, Person person, String typed) {
        Instant now = clock.instant();
        Optional<Duration> wait = budget.spend(Item.TRY, person.id(), now);
        if (wait.isPresent()) {
            return new Redemption(Verdict.TOO_MANY, wait.get());
        }
        if (!codes.countTry(challenge, MOST_TRIES, now)) {
            return Redemption.of(Verdict.SPENT);
        }
        byte[] tried = fingerprint(challenge, OneTimeCode.digitsOf(typed));
        boolean right = codes.find(challenge)
                .filter(code -> MessageDigest.isEqual(code.fingerprint(), tried))
                .isPresent();
        if (!right) {
            return Redemption.of(Verdict.WRONG);
        }
        return Redemption.of(codes.use(challenge, tried, now) ? Verdict.PASSED : Verdict.SPENT);
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Duration waitBeforeAnother(ChallengeId challenge) {
        Instant now = clock.instant();
        return codes.find(challenge)
                .map(code -> code.sentAt().plus(BETWEEN_LETTERS))
                .filter(now::isBefore)
                .map(then -> Duration.between(now, then))
                .orElse(Duration.ZERO);
    }

    private byte[] fingerprint(ChallengeId challenge, String code) {
        return vault.fingerprint(code, "one-time-code." + challenge.value());
    }
}
