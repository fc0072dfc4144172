package se.fixpunkt.twofactor.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.shared.AppendOnly;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.twofactor.ChallengeId;

/**
 * The code of one challenge: sent, perhaps sent again as another, tried, used. Changes by conditional updates only (see
 * {@link CodeRepository}), so it has no version.
 */
@Entity
@AppendOnly
@Table(name = "one_time_code")
class StoredCode {
    @Id
    @Column(name = "challenge_id")
    private UUID challengeId;

    @Column(name = "person_id")
    private UUID personId;

    private byte[] fingerprint;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int sendings;

    @Column(name = "tries")
    private int tries;

    @Column(name = "used_at")
    private Instant usedAt;

    protected StoredCode() {}

    StoredCode(ChallengeId challenge, PersonId person, byte[] fingerprint, Instant now, Duration lasts) {
        this.challengeId = challenge.value();
        this.personId = person.value();
        this.fingerprint = fingerprint.clone();
        this.sentAt = now;
        this.expiresAt = now.plus(lasts);
        this.sendings = 1;
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    Instant sentAt() {
        return sentAt;
    }

    int sendings() {
        return sendings;
    }
}
