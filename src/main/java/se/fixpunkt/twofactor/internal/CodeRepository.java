package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.twofactor.ChallengeId;

/** Codes in the database. Each decision is one conditional update, so that two nodes cannot both make it. */
@ApplicationScoped
class CodeRepository {
    private final EntityManager entities;

    @Inject
    CodeRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredCode code) {
        entities.persist(code);
        entities.flush();
    }

    Optional<StoredCode> find(ChallengeId challenge) {
        return Optional.ofNullable(entities.find(StoredCode.class, challenge.value()));
    }

    /** Puts another code in place; the tries go on counting. False when it was used or sent too often meanwhile. */
    boolean replace(ChallengeId challenge, byte[] fingerprint, Instant now, Instant expiresAt, int mostSendings) {
        return entities.createQuery("UPDATE StoredCode c SET c.fingerprint = :fingerprint, c.sentAt = :now,"
                                + " c.expiresAt = :expires, c.sendings = c.sendings + 1"
                                + " WHERE c.challengeId = :challenge AND c.usedAt IS NULL AND c.sendings < :most")
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("now", now)
                        .setParameter("expires", expiresAt)
                        .setParameter("challenge", challenge.value())
                        .setParameter("most", mostSendings)
                        .executeUpdate()
                == 1;
    }

    /** Counts a try before it is looked at; false when none is left. */
    boolean countTry(ChallengeId challenge, int most, Instant now) {
        return entities.createQuery("UPDATE StoredCode c SET c.tries = c.tries + 1 WHERE c.challengeId = :challenge"
                                + " AND c.tries < :most AND c.usedAt IS NULL AND c.expiresAt > :now")
                        .setParameter("challenge", challenge.value())
                        .setParameter("most", most)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Uses the code up; false when it is another code, or somebody was faster. */
    boolean use(ChallengeId challenge, byte[] fingerprint, Instant now) {
        return entities.createQuery("UPDATE StoredCode c SET c.usedAt = :now WHERE c.challengeId = :challenge"
                                + " AND c.fingerprint = :fingerprint AND c.usedAt IS NULL AND c.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("challenge", challenge.value())
                        .setParameter("fingerprint", fingerprint)
                        .executeUpdate()
                == 1;
    }

    int forgetEndedBefore(Instant then) {
        return entities.createQuery("DELETE FROM StoredCode c WHERE c.expiresAt < :then")
                .setParameter("then", then)
                .executeUpdate();
    }
}
