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

/**
 * Digest authentication of a message, RFC 2617 and RFC 7616 as RFC 3261 §22 and RFC 8760 use them: MD5 and SHA-256, with
 * {@code qop=auth} or, from old devices, without.
 */
final class Digest {
    static final String REALM = "fixpunkt";

    /** MD5 first: devices after RFC 2617 look at the first challenge only, and an alarm must get through. */
    private static final List<String> OFFERED = List.of("MD5", "SHA-256");

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

    Verdict check(SipMessage.Request request, String user, String password, Instant now) {
        List<Credentials> given = Credentials.of(request.fields(), REALM);
        if (given.isEmpty()) {
            return new Wrong("challenged", false);
        }
        Optional<Credentials> right = given.stream()
                .filter(one -> one.text("username").equals(user) && isRight(one, request.method(), password))
                .findFirst();
        if (right.isEmpty()) {
            return new Wrong("wrong-password", false);
        }
        String nonce = right.get().text("nonce");
        Optional<Instant> ends = nonces.ends(nonce).filter(end -> Nonces.holds(end, now));
        return ends.<Verdict>map(end -> new Right(use(right.get()), end))
                .orElseGet(() -> new Wrong("stale-nonce", true));
    }

    /** The fields of a 401, one for each algorithm. */
    List<String> challenges(Instant now, String token, boolean stale) {
        String nonce = nonces.make(now, token);
        return OFFERED.stream()
                .map(algorithm -> "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + nonce
                        + "\", algorithm=" + algorithm + ", qop=\"auth\"" + (stale ? ", stale=true" : ""))
                .toList();
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
                wanted, given.text("response").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(algorithm + " is missing", impossible);
        }
    }
}
