package se.fixpunkt.alarms.receiver.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * {@code Fixpunkt-Signature: t=<Unix seconds>,v1=<64 hexadecimal digits>}. Signed is the text of {@code t}, a full stop, and
 * the body byte for byte, by HMAC-SHA-256 under the device's key as it was registered, in UTF-8. A sender that changes
 * its key may write several {@code v1}; other names are passed over.
 *
 * @param time the text of {@code t}
 */
record Signature(String time, List<Bytes> codes) {
    /** Either way. A sender's clock must be as right as that; a signature cannot be kept for later longer than that. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST = 512;
    private static final int MOST_CODES = 4;
    private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final String ALGORITHM = "HmacSHA256";

    Signature {
        codes = List.copyOf(codes);
    }

    /** @return empty when the header has another form */
    static Optional<Signature> read(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        String time = null;
        List<Bytes> codes = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String field = part.strip();
            if (field.startsWith("t=")) {
                if (time != null || !TIME.matcher(field.substring(2)).matches()) {
                    return Optional.empty();
                }
                time = field.substring(2);
            } else if (field.startsWith("v1=")) {
                if (!CODE.matcher(field.substring(3)).matches()) {
                    return Optional.empty();
                }
                codes.add(Bytes.of(HexFormat.of().parseHex(field.substring(3))));
            }
        }
        return time == null || codes.isEmpty() || codes.size() > MOST_CODES
                ? Optional.empty()
                : Optional.of(new Signature(time, codes));
    }

    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(time));
    }

    /** In whole seconds, as {@code t} is. */
    boolean isBelieved(Instant now) {
        return Math.abs(now.getEpochSecond() - at().getEpochSecond()) <= WINDOW.toSeconds();
    }

    /** The code that belongs to the body under this key, if it is among those that came. Takes as long either way. */
    Optional<Bytes> genuine(Bytes body, Bytes key) {
        byte[] right = code(body, key);
        boolean found = false;
        for (Bytes code : codes) {
            found |= MessageDigest.isEqual(right, code.toArray());
        }
        return found ? Optional.of(Bytes.of(right)) : Optional.empty();
    }

    private byte[] code(Bytes body, Bytes key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.toArray(), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body.toArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is missing", impossible);
        }
    }
}
