package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nonces that carry their own time and seal, so that every node knows the nonces of the others without asking anybody.
 */
final class Nonces {
    /** Long enough for a device that is slow and one that keeps its nonce for the next message, short for a listener. */
    static final Duration HOLDS = Duration.ofMinutes(5);

    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{1,16})-([0-9a-f]{1,64})-([0-9a-f]{32})");

    private final UnaryOperator<byte[]> seal;

    /** @param seal a keyed hash, the same on every node, of at least 16 bytes */
    Nonces(UnaryOperator<byte[]> seal) {
        this.seal = seal;
    }

    /** @param token hexadecimal digits that no other request has */
    String make(Instant now, String token) {
        String told = Long.toHexString(now.getEpochSecond()) + "-" + token;
        return told + "-" + sealed(told);
    }

    /** When the nonce ends; empty when it is none of ours. */
    Optional<Instant> ends(String nonce) {
        Matcher shape = SHAPE.matcher(nonce);
        if (!shape.matches() || !isOurs(shape)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Instant.ofEpochSecond(Long.parseLong(shape.group(1), 16)).plus(HOLDS));
        } catch (NumberFormatException | DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    static boolean holds(Instant ends, Instant now) {
        return now.isBefore(ends) && !now.plus(CLOCKS_APART).isBefore(ends.minus(HOLDS));
    }

    private boolean isOurs(Matcher shape) {
        byte[] ours = sealed(shape.group(1) + "-" + shape.group(2)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, shape.group(3).getBytes(StandardCharsets.US_ASCII));
    }

    private String sealed(String told) {
        return HexFormat.of().formatHex(seal.apply(told.getBytes(StandardCharsets.US_ASCII)), 0, 16);
    }
}
