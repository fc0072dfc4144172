package se.fixpunkt.alarms.receiver.webhook;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One request as it came.
 *
 * @param path that it was posted to, as written
 * @param identity the last part of the path, decoded
 * @param contentType as written; empty when missing, as are the next two
 * @param signature {@code Fixpunkt-Signature}
 * @param idempotencyKey {@code Idempotency-Key}
 * @param body byte for byte; of a body that is too large, its beginning
 * @param peer whom it came from, behind a trusted load balancer the one behind it
 */
public record Delivery(
        String path,
        String identity,
        String contentType,
        String signature,
        String idempotencyKey,
        Bytes body,
        InetSocketAddress peer) {
    /** Bytes that a body may have. */
    public static final int LONGEST_BODY = 64 * 1024;

    boolean isTooLarge() {
        return body.length() > LONGEST_BODY;
    }

    /**
     * For the conversation log: the request line and the headers that have a meaning, written anew, and the body as it came.
     * A server gives its applications no more of a request's bytes than that.
     */
    Bytes raw() {
        StringBuilder head = new StringBuilder("POST ").append(line(path)).append(" HTTP/1.1\r\n");
        header(head, "Content-Type", contentType);
        header(head, "Fixpunkt-Signature", signature);
        header(head, "Idempotency-Key", idempotencyKey);
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + body.length()];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body.toArray(), 0, all, start.length, body.length());
        return Bytes.of(all);
    }

    private static void header(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(line(value)).append("\r\n");
        }
    }

    private static String line(String text) {
        return Text.printable(text);
    }
}
