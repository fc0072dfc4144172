package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Digest authentication of a message, RFC 2617 and RFC 7616 as RFC 3261 §22 and RFC 8760 use them: MD5 is asked for, SHA-256
 * taken too, with {@code qop=auth} or, from old devices, without. The user's name is the device's own affair, often an account
 * at its receiver: the password is that of the device that the message speaks for.
 */
final class Digest {
    static final String REALM = "fixpunkt";

    private static final Map<String, String> ALGORITHMS = Map.of("", "MD5", "MD5", "MD5", "SHA-256", "SHA-256");

    /** Whose nonces nobody has been given. */
    static final Digest AFTERWARDS = new Digest(new Nonces(told -> new byte[32]));

    private final Nonces nonces;

    Digest(Nonces nonces) {
        this.nonces = nonces;
    }

    /** What a request's credentials are worth. */
    sealed interface Verdict {}

    /** Good for this message only; {@code use} names this use of the nonce, printable and without blanks. */
    record Right(String use, Instant until) implements Verdict {}

    /** @param reason for the conversation log; {@code stale} when only the nonce is to be changed */
    record Wrong(String reason, boolean stale) implements Verdict {}

    /** @param password as its bytes are hashed */
    Verdict check(SipMessage.Request request, Bytes password, Instant now) {
        List<Credentials> given = Credentials.of(request.fields(), REALM);
        if (given.isEmpty()) {
            return new Wrong("challenged", false);
        }
        Optional<Credentials> right = given.stream()
                .filter(one -> isRight(one, request.method(), password.text(StandardCharsets.ISO_8859_1)))
                .findFirst();
        if (right.isEmpty()) {
            return new Wrong("wrong-password", false);
        }
        String nonce = right.get().text("nonce");
        Optional<Instant> ends = nonces.ends(nonce).filter(end -> Nonces.holds(end, now));
        return ends.<Verdict>map(end -> new Right(use(right.get()), end))
                .orElseGet(() -> new Wrong("stale-nonce", true));
    }

    /**
     * The field of a 401. There is one only, for MD5, which TS 50134-9 means by naming RFC 2617: PJSIP until 2.10 and older libre
     * give up when there is a second one that they cannot answer (pjproject issues 2408 and 2712).
     */
    String challenge(Instant now, String token, boolean stale) {
        return "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + nonces.make(now, token)
                + "\", algorithm=MD5, qop=\"auth\"" + (stale ? ", stale=true" : "");
    }

    /** Without a count each nonce is good once. */
    private static String use(Credentials credentials) {
        String count = credentials.text("qop").isEmpty() ? "" : credentials.text("nc");
        return hash("SHA-256", credentials.text("nonce") + ":" + count.toLowerCase(Locale.ROOT));
    }

    /**
     * The URI is taken as the device wrote it: several write another than the request's, and it protects nothing here, where
     * a nonce and its count are good for one message.
     */
    private static boolean isRight(Credentials given, String method, String password) {
        String algorithm = ALGORITHMS.get(given.text("algorithm").toUpperCase(Locale.ROOT));
        String qop = given.text("qop").toLowerCase(Locale.ROOT);
        boolean counted = given.text("nc").matches("[0-9A-Fa-f]{8}");
        if (algorithm == null || !(qop.isEmpty() || (qop.equals("auth") && counted))) {
            return false;
        }
        String secret = hash(algorithm, given.text("username") + ":" + REALM + ":" + password);
        String asked = hash(algorithm, method + ":" + given.text("uri"));
        String told = qop.isEmpty()
                ? given.text("nonce")
                : String.join(":", given.text("nonce"), given.text("nc"), given.text("cnonce"), given.text("qop"));
        byte[] wanted = hash(algorithm, secret + ":" + told + ":" + asked).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(
                wanted, given.text("response").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @param text one character for each byte */
    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(algorithm + " is missing", impossible);
        }
    }
}
