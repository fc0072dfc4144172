package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedVaultTest {
    private static final byte[] PLAIN = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final String FIRST_RELEASE = "Acwh2/6nPW9E/AKIyMMCh4g34V6nycarcP1fnK2cD0Q6ZqRkHTjeAtYNASCo";
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
    void opensAndSealsAfterARefusalAsBefore() {
        byte[] sealed = vault.seal(PLAIN, "x");
        assertThrows(IllegalStateException.class, () -> vault.open(sealed, "y"));
        assertArrayEquals(PLAIN, vault.open(sealed, "x"));
        assertArrayEquals(PLAIN, vault.open(vault.seal(PLAIN, "y"), "y"));
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

    @Test
    void opensWhatAnOlderKeySealedAndKnowsItByItsMark() {
        byte[] old = vault.seal(PLAIN, "x");
        KeyedVault changed = new KeyedVault(secret(8), Optional.of(secret(9) + "," + secret(7)), Optional.empty());

        assertArrayEquals(PLAIN, changed.open(old, "x"));
        assertFalse(Arrays.equals(changed.mark(), Arrays.copyOf(old, KeyedVault.MARK)));
        assertArrayEquals(vault.mark(), Arrays.copyOf(old, KeyedVault.MARK));
    }

    /** Sealed by a release that knew one key, without its id. */
    @Test
    void opensWhatTheFirstReleasesSealed() {
        byte[] sealed = Base64.getDecoder().decode(FIRST_RELEASE);

        assertArrayEquals(PLAIN, vault.open(sealed, "device.key.1"));
        assertArrayEquals(
                PLAIN,
                new KeyedVault(secret(8), Optional.of(secret(7)), Optional.empty()).open(sealed, "device.key.1"));
        assertThrows(IllegalStateException.class, () -> vaultOf((byte) 8).open(sealed, "device.key.1"));
    }

    @Test
    void fingerprintsStayWhenTheSealingKeyChanges() {
        KeyedVault changed = new KeyedVault(secret(8), Optional.of(secret(7)), Optional.of(secret(7)));

        assertArrayEquals(vault.fingerprint("123456", "code"), changed.fingerprint("123456", "code"));
        assertFalse(Arrays.equals(
                vault.fingerprint("123456", "code"), vaultOf((byte) 8).fingerprint("123456", "code")));
    }

    private static KeyedVault vaultOf(byte seed) {
        return new KeyedVault(secret(seed), Optional.empty(), Optional.empty());
    }

    private static String secret(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return Base64.getEncoder().encodeToString(secret);
    }
}
