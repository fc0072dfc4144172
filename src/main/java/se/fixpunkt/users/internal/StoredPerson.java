package se.fixpunkt.users.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Right;

/** Added, then active until deactivated, then reactivated or not; never deleted. */
@Entity
@Table(name = "person")
class StoredPerson {
    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "sealed_email")
    private byte[] sealedEmail;

    @Column(name = "email_hash")
    private byte[] emailHash;

    @Column(name = "sealed_name")
    private byte[] sealedName;

    /** This and the next two are of an earlier release's rows, until they are sealed; where they stand they hold. */
    @Column(name = "email")
    private String plainEmail;

    @Column(name = "email_key")
    private String plainEmailKey;

    @Column(name = "name")
    private String plainName;

    @Enumerated(EnumType.STRING)
    private Language language;

    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_right", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "right_name")
    @Enumerated(EnumType.STRING)
    private Set<Right> rights = new HashSet<>();

    @Version
    private long version;

    protected StoredPerson() {}

    StoredPerson(PersonId id, OrganisationId organisation, NewPerson person, PersonSeal seal, Instant now) {
        this.id = id.value();
        this.organisationId = organisation.value();
        this.sealedEmail = seal.seal(person.email(), this.id);
        this.emailHash = seal.hash(person.email());
        this.sealedName = seal.seal(person.name(), this.id);
        this.language = person.language();
        this.active = true;
        this.createdAt = now;
        this.rights = new HashSet<>(person.rights());
    }

    Person seen(PersonSeal seal) {
        return new Person(
                new PersonId(id),
                new OrganisationId(organisationId),
                plainEmail == null ? seal.email(sealedEmail, id) : new EmailAddress(plainEmail),
                name(seal),
                rights,
                language,
                active,
                version);
    }

    PersonId id() {
        return new PersonId(id);
    }

    String name(PersonSeal seal) {
        return plainName == null ? seal.name(sealedName, id) : plainName;
    }

    void rename(PersonName to, PersonSeal seal) {
        sealedName = seal.seal(to, id);
        plainName = null;
    }

    void speak(Language to) {
        language = to;
    }

    void mayNow(Set<Right> granted) {
        rights.retainAll(granted);
        rights.addAll(granted);
    }

    void end() {
        active = false;
    }

    void comeBack() {
        active = true;
    }
}
