package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.fixpunkt.shared.Vault;

/** Seals who is invited and by whom, and makes the hash by which a second invitation to one address is refused. */
@ApplicationScoped
class InvitationSeal {
    static final String EMAIL = "project_invitation.sealed_email.";
    static final String INVITER = "project_invitation.sealed_inviter.";
    private static final String BY_ADDRESS = "project invitation by address";

    private final Vault vault;

    @Inject
    InvitationSeal(Vault vault) {
        this.vault = vault;
    }

    byte[] sealEmail(String email, UUID invitation) {
        return seal(email, EMAIL + invitation);
    }

    byte[] sealInviter(String name, UUID invitation) {
        return seal(name, INVITER + invitation);
    }

    String openEmail(byte[] sealed, UUID invitation) {
        return open(sealed, EMAIL + invitation);
    }

    String openInviter(byte[] sealed, UUID invitation) {
        return open(sealed, INVITER + invitation);
    }

    /** @param email as {@link se.fixpunkt.users.EmailAddress#key} spells it */
    byte[] hash(String email) {
        return vault.fingerprint(email, BY_ADDRESS);
    }

    private byte[] seal(String plain, String place) {
        return vault.seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    private String open(byte[] sealed, String place) {
        return new String(vault.open(sealed, place), StandardCharsets.UTF_8);
    }
}
