package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.Bytes;

class DigestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String USER = "12345678";
    private static final String PASSWORD = "correct horse";

    private final Nonces nonces = new Nonces(DigestTest::sha256);
    private final Digest digest = new Digest(nonces);

    @Test
    void asksWhatEveryDeviceCanAnswer() {
        String asked = digest.challenge(NOW, "ab", true);
        assertTrue(
                asked.matches("WWW-Authenticate: Digest realm=\"fixpunkt\", nonce=\"[0-9a-f-]+\", algorithm=MD5,"
                        + " qop=\"auth\", stale=true"),
                asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-256"})
    void believesTheRightPassword(String algorithm) {
        assertInstanceOf(Digest.Right.class, check(authorization(algorithm, nonce(), "00000001", PASSWORD), NOW));
    }

    /** An account at the receiver, the number with a plus, a name with a domain, letters that are not ASCII. */
    @ParameterizedTest
    @ValueSource(strings = {"account", "+12345678", "12345678@arc.example.com", "B\u00c3\u00a5"})
    void believesTheRightPasswordUnderWhateverName(String name) {
        String field = authorization(name, "MD5", nonce(), "00000001", PASSWORD);
        assertInstanceOf(Digest.Right.class, check(field, NOW));
    }

    @Test
    void believesADeviceThatKnowsNoQuality() {
        String nonce = nonce();
        String response = hash(
                "MD5",
                hash("MD5", USER + ":fixpunkt:" + PASSWORD) + ":" + nonce + ":" + hash("MD5", "MESSAGE:sip:arc@here"));
        String field = "Digest username=\"" + USER + "\",realm=\"fixpunkt\",nonce=\"" + nonce
                + "\",uri=\"sip:arc@here\",response=\"" + response + "\"";
        assertInstanceOf(Digest.Right.class, check(field, NOW));
    }

    @Test
    void asksAgainWithoutOrWithOthersCredentials() {
        assertEquals(new Digest.Wrong("challenged", false), check(null, NOW));
        assertEquals(new Digest.Wrong("challenged", false), check("Basic abc", NOW));
        assertEquals(
                new Digest.Wrong("challenged", false),
                check(authorization("MD5", nonce(), "00000001", PASSWORD).replace("\"fixpunkt\"", "\"other\""), NOW));
    }

    @Test
    void refusesAWrongPasswordUserAndAlgorithm() {
        Digest.Wrong wrong = new Digest.Wrong("wrong-password", false);
        String right = authorization("MD5", nonce(), "00000001", PASSWORD);
        assertEquals(wrong, check(authorization("MD5", nonce(), "00000001", "guess"), NOW));
        assertEquals(wrong, check(right.replace(USER, "87654321"), NOW));
        assertEquals(wrong, check(right.replace("algorithm=MD5", "algorithm=SHA-1"), NOW));
        assertEquals(wrong, check(right.replace("nc=00000001", "nc=00000002"), NOW));
        assertEquals(wrong, check(right.replace("qop=auth", "qop=auth-int"), NOW));
        assertEquals(wrong, check("Digest realm=\"fixpunkt\", nonce=\"" + nonce() + "\", response=\"0\"", NOW));
    }

    /** PJSIP's initial_auth sends such credentials before it was asked for any. */
    @Test
    void takesCredentialsThatAnswerNothingForNone() {
        String empty = "Digest username=\"12345678\", realm=\"fixpunkt\", nonce=\"\", uri=\"sip:arc\", response=\"\"";
        Digest.Wrong challenged = new Digest.Wrong("challenged", false);
        assertEquals(challenged, check(empty, NOW));
        assertEquals(challenged, check(empty.replace("nonce=\"\"", "nonce=\"" + nonce() + "\""), NOW));
        assertEquals(challenged, check(empty.replace("response=\"\"", "response=\"0\""), NOW));
        assertEquals(challenged, check("Digest realm=\"fixpunkt\"", NOW));
    }

    @Test
    void aNonceEndsAndAForgedOneWasNeverOurs() {
        Digest.Wrong stale = new Digest.Wrong("stale-nonce", true);
        String right = authorization("MD5", nonce(), "00000001", PASSWORD);
        assertInstanceOf(Digest.Right.class, check(right, NOW.plus(Duration.ofMinutes(4))));
        assertEquals(stale, check(right, NOW.plus(Duration.ofMinutes(5))));
        assertEquals(stale, check(authorization("MD5", "abc-def-" + "0".repeat(32), "00000001", PASSWORD), NOW));
        assertEquals(stale, check(authorization("MD5", "x", "00000001", PASSWORD), NOW));
        String future = nonces.make(NOW.plusSeconds(60), "ab");
        assertEquals(stale, check(authorization("MD5", future, "00000001", PASSWORD), NOW));
    }

    @Test
    void eachCountOfANonceIsAUseOfItsOwn() {
        String nonce = nonce();
        assertEquals(
                use(authorization("MD5", nonce, "00000001", PASSWORD)),
                use(authorization("MD5", nonce, "00000001", PASSWORD)));
        assertTrue(!use(authorization("MD5", nonce, "00000001", PASSWORD))
                .equals(use(authorization("MD5", nonce, "00000002", PASSWORD))));
    }

    private String use(String field) {
        return assertInstanceOf(Digest.Right.class, check(field, NOW)).use();
    }

    private Digest.Verdict check(String authorization, Instant now) {
        SipFields fields = new SipFields();
        if (authorization != null) {
            fields.add("Authorization", authorization);
        }
        SipMessage.Request request =
                new SipMessage.Request("MESSAGE", "sip:arc@here", "SIP/2.0", fields, Bytes.NONE, true);
        return digest.check(request, Bytes.utf8(PASSWORD), now);
    }

    private String nonce() {
        return nonces.make(NOW, "0123abcd");
    }

    static String authorization(String algorithm, String nonce, String count, String password) {
        return authorization(USER, algorithm, nonce, count, password);
    }

    static String authorization(String name, String algorithm, String nonce, String count, String password) {
        String secret = hash(algorithm, name + ":fixpunkt:" + password);
        String response = hash(
                algorithm, secret + ":" + nonce + ":" + count + ":c1:auth:" + hash(algorithm, "MESSAGE:sip:arc@here"));
        return "Digest username=\"" + name + "\", realm=\"fixpunkt\", nonce=\"" + nonce
                + "\", uri=\"sip:arc@here\", qop=auth, nc=" + count + ", cnonce=\"c1\", algorithm=" + algorithm
                + ", response=\"" + response + "\"";
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] sha256(byte[] told) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(told);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
