package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import se.fixpunkt.shared.Vault;

/** The secret of an invitation: 128 random bits in the letter, a keyed hash of them in the database. */
@ApplicationScoped
class InvitationToken {
    private static final int BYTES = 16;
    private static final int LONGEST = 64;
    private static final String PURPOSE = "project invitation";

    private final SecureRandom random = new SecureRandom();
    private final Vault vault;

    @Inject
    InvitationToken(Vault vault) {
        this.vault = vault;
    }

    /** A new token, fit for a URL. */
    String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What is stored and looked up. Anything that cannot be a token gets the fingerprint of none. */
    byte[] fingerprint(String token) {
        String known = token == null || token.length() > LONGEST ? "" : token;
        return vault.fingerprint(known, PURPOSE);
    }
}
