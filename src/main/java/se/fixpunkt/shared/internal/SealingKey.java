package se.fixpunkt.shared.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret and what is derived from it by HMAC: the key that seals, and the four bytes that it is called by. Neither tells
 * anything about the other.
 */
final class SealingKey {
    static final int ID = 4;
    static final int NONCE = 12;
    static final int TAG = 16;

    /** One for each thread: to find the algorithm among the providers takes ten times as long as to open a short value. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(SealingKey::cipher);

    private final byte[] id;
    private final SecretKeySpec key;

    private SealingKey(byte[] secret) {
        this.id = Arrays.copyOf(hmac(secret, "key id"), ID);
        this.key = new SecretKeySpec(hmac(secret, "sealing"), "AES");
    }

    /** @param secret 32 bytes in base64 */
    static SealingKey of(String secret) {
        return new SealingKey(Base64.getDecoder().decode(secret.strip()));
    }

    byte[] id() {
        return id.clone();
    }

    boolean isCalled(byte[] other) {
        return Arrays.equals(id, other);
    }

    byte[] encrypt(byte[] nonce, byte[] plain, String place) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, nonce, plain, place);
        } catch (GeneralSecurityException impossible) {
            throw missing(impossible);
        }
    }

    /** @throws GeneralSecurityException when another key has sealed it, for another place, or it was changed */
    byte[] decrypt(byte[] nonce, byte[] sealed, String place) throws GeneralSecurityException {
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, place);
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, String place) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw missing(impossible);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException impossible) {
        return new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
    }
}
