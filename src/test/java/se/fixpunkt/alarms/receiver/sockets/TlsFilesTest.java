package se.fixpunkt.alarms.receiver.sockets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.receiver.ACertificate;

class TlsFilesTest {
    @TempDir
    private Path directory;

    /** In PKCS #8 the older form stands after version (3 bytes) and algorithm, in an octet string. */
    @ParameterizedTest
    @CsvSource({"RSA, RSA PRIVATE KEY", "EC, EC PRIVATE KEY"})
    void readsTheOlderFormsOfKeys(String algorithm, String form) throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", algorithm);
        byte[] whole = certificate.secret().getEncoded();
        int marker = algorithm.equals("RSA") ? indexOf(whole, 5, 0) : indexOf(whole, 3, 1, 7);
        int octets = marker + (algorithm.equals("RSA") ? 2 : 3);
        while (whole[octets] != 4) {
            octets++;
        }
        int head = 2 + ((whole[octets + 1] & 0x80) == 0 ? 0 : whole[octets + 1] & 0x7f);
        byte[] older = Arrays.copyOfRange(whole, octets + head, whole.length);
        Files.writeString(certificate.key(), "some words first\n" + ACertificate.pem(form, older));

        assertArrayEquals(
                whole,
                PemKey.read("KEY", certificate.key(), certificate.own().getPublicKey())
                        .getEncoded());
    }

    private static int indexOf(byte[] whole, int... wanted) {
        for (int i = 0; i < whole.length; i++) {
            int at = i;
            boolean found = true;
            for (int j = 0; j < wanted.length; j++) {
                found &= whole[at + j] == wanted[j];
            }
            if (found) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void refusesAKeyThatIsAnothers() {
        ACertificate one = new ACertificate(directory, "one", "EC");
        ACertificate other = new ACertificate(temporary("other"), "other", "EC");
        TlsFiles mixed = new TlsFiles(one.certificate(), other.key(), Optional.empty(), false);

        assertEquals(
                "FIXPUNKT_TLS_KEY is not the key of the certificate",
                assertThrows(TlsUnusable.class, mixed::load).getMessage());
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws Exception {
        ACertificate one = new ACertificate(directory, "one", "EC");
        Path nothing = Files.writeString(directory.resolve("nothing"), "nothing");
        Path away = directory.resolve("away");

        assertEquals("FIXPUNKT_TLS_CERTIFICATE cannot be read", refusal(away, one.key(), null));
        assertEquals("FIXPUNKT_TLS_CERTIFICATE holds no certificate in PEM", refusal(nothing, one.key(), null));
        assertEquals("FIXPUNKT_TLS_KEY cannot be read", refusal(one.certificate(), away, null));
        assertEquals(
                "FIXPUNKT_TLS_KEY holds no private key in PEM, or an encrypted one",
                refusal(one.certificate(), nothing, null));
        assertEquals(
                "FIXPUNKT_TLS_CLIENT_CA holds no certificate in PEM", refusal(one.certificate(), one.key(), nothing));
    }

    @Test
    void noticesAChange() throws Exception {
        ACertificate one = new ACertificate(directory, "one", "EC");
        Object before = one.files().state();
        assertEquals(before, one.files().state());
        Files.writeString(one.certificate(), Files.readString(one.certificate()) + "\n");
        assertNotEquals(before, one.files().state());
    }

    private static String refusal(Path certificate, Path key, Path authorities) {
        TlsFiles files = new TlsFiles(certificate, key, Optional.ofNullable(authorities), false);
        return assertThrows(TlsUnusable.class, files::load).getMessage();
    }

    private Path temporary(String name) {
        Path path = directory.resolve(name);
        if (!path.toFile().mkdir()) {
            throw new AssertionError("cannot make " + path);
        }
        return path;
    }
}
