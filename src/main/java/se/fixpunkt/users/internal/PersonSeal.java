package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.PersonName;

/** Seals what tells who a person is, each value for its own row, and makes the hash by which an address is found. */
@ApplicationScoped
class PersonSeal {
    static final String EMAIL = "person.sealed_email.";
    static final String NAME = "person.sealed_name.";
    private static final String BY_ADDRESS = "person by address";

    private final Vault vault;

    @Inject
    PersonSeal(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(EmailAddress email, UUID person) {
        return seal(email.value(), EMAIL + person);
    }

    byte[] seal(PersonName name, UUID person) {
        return seal(name.value(), NAME + person);
    }

    EmailAddress email(byte[] sealed, UUID person) {
        return new EmailAddress(open(sealed, EMAIL + person));
    }

    String name(byte[] sealed, UUID person) {
        return open(sealed, NAME + person);
    }

    /** The same for all spellings of an address that are one person's, and whatever key seals today. */
    byte[] hash(EmailAddress email) {
        return vault.fingerprint(email.key(), BY_ADDRESS);
    }

    private byte[] seal(String plain, String place) {
        return vault.seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    private String open(byte[] sealed, String place) {
        return new String(vault.open(sealed, place), StandardCharsets.UTF_8);
    }
}
