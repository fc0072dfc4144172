package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Vault;

/**
 * Sealed form: one byte format 2, four bytes key id, twelve bytes nonce, ciphertext with its tag. Format 1, of the first
 * releases, has no key id: each key is tried. Fingerprints are made with a secret of their own, so that they stay the same
 * when the sealing key changes: a hash cannot be made anew without what it is a hash of.
 */
@ApplicationScoped
class KeyedVault implements Vault {
    /** The beginning of a value: its format and its key's id. */
    static final int MARK = 1 + SealingKey.ID;

    private static final byte WITHOUT_ID = 1;
    private static final byte WITH_ID = 2;
    private static final String WHY = "a tool of the contexts behind their own gates";

    private final SecureRandom random = new SecureRandom();
    private final SealingKey current;
    private final List<SealingKey> all = new ArrayList<>();
    private final byte[] fingerprinting;

    @Inject
    KeyedVault(
            @ConfigProperty(name = "fixpunkt.secret.key") String secret,
            @ConfigProperty(name = "fixpunkt.secret.key.old") Optional<String> others,
            @ConfigProperty(name = "fixpunkt.secret.key.lookup") Optional<String> lookup) {
        this.current = SealingKey.of(secret);
        all.add(current);
        others.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .filter(other -> !other.isBlank())
                .map(SealingKey::of)
                .forEach(all::add);
        byte[] searching = Base64.getDecoder().decode(lookup.orElse(secret).strip());
        this.fingerprinting = SealingKey.hmac(searching, "fingerprints");
    }

    /** What every value begins with that today's key has sealed. */
    byte[] mark() {
        return ByteBuffer.allocate(MARK).put(WITH_ID).put(current.id()).array();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[SealingKey.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = current.encrypt(nonce, plain, place);
        return ByteBuffer.allocate(MARK + SealingKey.NONCE + sealed.length)
                .put(mark())
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] open(byte[] sealed, String place) {
        int head = sealed.length > 0 && sealed[0] == WITH_ID ? MARK : 1;
        if (sealed.length < head + SealingKey.NONCE + SealingKey.TAG
                || (sealed[0] != WITH_ID && sealed[0] != WITHOUT_ID)) {
            throw new IllegalStateException("not a sealed value: " + place);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, head, head + SealingKey.NONCE);
        byte[] rest = Arrays.copyOfRange(sealed, head + SealingKey.NONCE, sealed.length);
        GeneralSecurityException why = null;
        for (SealingKey key : all) {
            if (head == 1 || key.isCalled(Arrays.copyOfRange(sealed, 1, MARK))) {
                try {
                    return key.decrypt(nonce, rest, place);
                } catch (GeneralSecurityException notThisOne) {
                    why = notThisOne;
                }
            }
        }
        throw new IllegalStateException("not sealed there by a key we have: " + place, why);
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] fingerprint(String secret, String purpose) {
        return SealingKey.hmac(SealingKey.hmac(fingerprinting, purpose), secret);
    }
}
