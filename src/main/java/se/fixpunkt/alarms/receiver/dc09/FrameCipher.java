package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A device's AES key. DC-09 encrypts with CBC, a zero start vector and random padding in front; it has no authentication,
 * so a wrong key is told by what comes out.
 */
final class FrameCipher {
    private static final int BLOCK = 16;
    private static final IvParameterSpec ZERO = new IvParameterSpec(new byte[BLOCK]);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Anything but {@code [ ] |} is allowed. */
    private static final String PADDING = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecretKeySpec key;

    private FrameCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * The keys that a registered text may mean: 16, 24 or 32 characters as they are, or 32, 48 or 64 hexadecimal digits.
     * 32 hexadecimal digits may be either, so both are tried.
     */
    static List<FrameCipher> meantBy(String registered) {
        List<FrameCipher> keys = new ArrayList<>(2);
        byte[] text = registered.getBytes(StandardCharsets.ISO_8859_1);
        if (isKeyLength(text.length)) {
            keys.add(new FrameCipher(text));
        }
        if (isKeyLength(text.length / 2) && registered.matches("(?:[0-9A-Fa-f]{2})+")) {
            keys.add(new FrameCipher(HexFormat.of().parseHex(registered)));
        }
        return keys;
    }

    /** @return the text, padding included; empty when the hexadecimal is not whole blocks */
    Optional<String> decrypt(String hex) {
        if (hex.isEmpty() || hex.length() % (2 * BLOCK) != 0) {
            return Optional.empty();
        }
        return Optional.of(
                new String(run(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(hex)), StandardCharsets.ISO_8859_1));
    }

    /** Pads in front with 1 to 16 characters and encrypts. */
    String encrypt(String text) {
        StringBuilder padded = new StringBuilder(text.length() + BLOCK);
        for (int i = BLOCK - text.length() % BLOCK; i > 0; i--) {
            padded.append(PADDING.charAt(RANDOM.nextInt(PADDING.length())));
        }
        byte[] plain = padded.append(text).toString().getBytes(StandardCharsets.ISO_8859_1);
        return HexFormat.of().formatHex(run(Cipher.ENCRYPT_MODE, plain)).toUpperCase(Locale.ROOT);
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, ZERO);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES is missing", impossible);
        }
    }

    private static boolean isKeyLength(int length) {
        return length == 16 || length == 24 || length == 32;
    }
}
