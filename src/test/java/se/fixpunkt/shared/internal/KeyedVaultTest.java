package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyedVaultTest {
    private static final byte[] PLAIN = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private final KeyedVault vault = vaultOf((byte) 7);

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(PLAIN, vault.open(vault.seal(PLAIN, "device.key.1"), "device.key.1"));
        assertArrayEquals(new byte[0], vault.open(vault.seal(new byte[0], "x"), "x"));
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertFalse(Arrays.equals(vault.seal(PLAIN, "x"), vault.seal(PLAIN, "x")));
    }

    @Test
    void refusesAValueThatWasMovedToAnotherRow() {
        byte[] sealed = vault.seal(PLAIN, "device.key.1");
        assertThrows(IllegalStateException.class, () -> vault.open(sealed, "device.key.2"));
    }

    @Test
    void refusesAValueThatWasChangedAnywhere() {
        byte[] sealed = vault.seal(PLAIN, "x");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> vault.open(changed, "x"));
        }
        assertThrows(IllegalStateException.class, () -> vault.open(new byte[3], "x"));
    }

    @Test
    void refusesAValueSealedWithAnotherKey() {
        byte[] sealed = vaultOf((byte) 8).seal(PLAIN, "x");
        assertThrows(IllegalStateException.class, () -> vault.open(sealed, "x"));
    }

    @Test
    void fingerprintsAreEqualForTheSameSecretAndPurposeOnly() {
        assertArrayEquals(vault.fingerprint("123456", "code"), vault.fingerprint("123456", "code"));
        assertFalse(Arrays.equals(vault.fingerprint("123456", "code"), vault.fingerprint("123456", "token")));
        assertFalse(Arrays.equals(vault.fingerprint("123456", "code"), vault.fingerprint("123457", "code")));
    }

    private static KeyedVault vaultOf(byte seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, seed);
        return new KeyedVault(Base64.getEncoder().encodeToString(secret));
    }
}
