package se.fixpunkt.signin.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.shared.AppendOnly;
import se.fixpunkt.shared.PersonId;

/** The hash of a person's password. Replaced as a whole. */
@Entity
@AppendOnly
@Table(name = "person_password")
class StoredPassword {
    @Id
    @Column(name = "person_id")
    private UUID personId;

    private String hash;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected StoredPassword() {}

    StoredPassword(PersonId person, String hash, Instant now) {
        this.personId = person.value();
        this.hash = hash;
        this.changedAt = now;
    }

    String hash() {
        return hash;
    }
}
