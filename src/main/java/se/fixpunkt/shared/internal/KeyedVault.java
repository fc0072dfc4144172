package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Vault;

/**
 * Sealed form: one byte key id, twelve bytes nonce, ciphertext with its tag. The keys for sealing and for fingerprints
 * are derived from the one secret by HMAC, so that neither tells anything about the other.
 */
@ApplicationScoped
class KeyedVault implements Vault {
    private static final byte KEY_ID = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String WHY = "a tool of the contexts behind their own gates";

    private final SecureRandom random = new SecureRandom();
    private final byte[] sealing;
    private final byte[] fingerprinting;

    @Inject
    KeyedVault(@ConfigProperty(name = "fixpunkt.secret.key") String secret) {
        byte[] master = Base64.getDecoder().decode(secret);
        this.sealing = hmac(master, "sealing");
        this.fingerprinting = hmac(master, "fingerprints");
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, place);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(KEY_ID)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != KEY_ID) {
            throw new IllegalStateException("not sealed by a key we have: " + place);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, 1 + NONCE, sealed.length), place);
    }

    @Override
    @OpenToAnyone(because = WHY)
    public byte[] fingerprint(String secret, String purpose) {
        return hmac(hmac(fingerprinting, purpose), secret);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("sealed value does not open at " + place, failure);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }
}
