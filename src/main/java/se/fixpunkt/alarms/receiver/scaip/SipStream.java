package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Cuts a TCP stream into messages by their {@code Content-Length} (RFC 3261 §18.3) and counts the pings between them
 * (RFC 5626 §4.4.1: two line ends are a ping, one is the answer).
 */
final class SipStream {
    static final int HEAD = 16 * 1024;
    static final int BODY = 64 * 1024;

    private byte[] buffer = new byte[1024];
    private int size;
    private boolean broken;
    private int pings;

    List<Bytes> feed(byte[] bytes, int length) {
        if (size + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, buffer.length * 2));
        }
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
        List<Bytes> messages = new ArrayList<>();
        int from = 0;
        while (!broken) {
            from = skipPings(from);
            int next = next(from, messages);
            if (next == from) {
                break;
            }
            from = next;
        }
        size -= from;
        System.arraycopy(buffer, from, buffer, 0, size);
        return messages;
    }

    /** Whether what came cannot be SIP; {@link #rest} has it and nothing more will be read. */
    boolean isBroken() {
        return broken;
    }

    boolean waiting() {
        return size > 0;
    }

    Bytes rest() {
        return Bytes.of(buffer, 0, size);
    }

    /** How many pings came since the last call. */
    int takePings() {
        int taken = pings;
        pings = 0;
        return taken;
    }

    private int skipPings(int from) {
        int at = from;
        while (at + 3 < size
                && buffer[at] == '\r'
                && buffer[at + 1] == '\n'
                && buffer[at + 2] == '\r'
                && buffer[at + 3] == '\n') {
            pings++;
            at += 4;
        }
        boolean undecided = size - at < 4 && onlyLineEnds(at);
        while (!undecided && at < size && (buffer[at] == '\r' || buffer[at] == '\n')) {
            at++;
        }
        return at;
    }

    private boolean onlyLineEnds(int from) {
        for (int i = from; i < size; i++) {
            if (buffer[i] != '\r' && buffer[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private int next(int from, List<Bytes> messages) {
        if (from == size || onlyLineEnds(from)) {
            return from;
        }
        int body = SipReader.headEnd(buffer, from, size);
        if (!looksLikeSip(from)) {
            broken = true;
            return from;
        }
        if (body < 0) {
            return size - from > HEAD ? last(from, size, messages) : from;
        }
        SipFields fields = SipReader.fields(SipReader.LINE_END.split(text(from, body)));
        int length = SipReader.length(fields, untold(from, body, fields));
        if (length < 0 || length > BODY) {
            return last(from, body, messages);
        }
        if (size - body < length) {
            return from;
        }
        messages.add(Bytes.of(buffer, from, body + length));
        return body + length;
    }

    /** A message whose length is not told, as it must be on a connection, ends where its XML does; all others have no body. */
    private int untold(int from, int body, SipFields fields) {
        boolean xml = text(from, Math.min(from + 8, body)).equals("MESSAGE ")
                && fields.first("content-type").isPresent()
                && body - from <= HEAD
                && (body == size || buffer[body] == '<');
        if (!xml) {
            return 0;
        }
        int end = SipReader.xmlEnd(buffer, body, size);
        boolean hopeless = end < 0 && size - body > HEAD;
        return hopeless ? -1 : end < 0 ? size - body + 1 : end - body;
    }

    /** A first line has a word and SIP/2.0 in it; without this a web request would be waited for until its end. */
    private boolean looksLikeSip(int from) {
        int end = from;
        while (end < size && buffer[end] != '\n') {
            end++;
        }
        return end == size ? end - from < 2048 : text(from, end).contains("SIP/");
    }

    /** The beginning can be refused, but where the next message begins nobody knows. */
    private int last(int from, int to, List<Bytes> messages) {
        broken = true;
        messages.add(Bytes.of(buffer, from, to));
        return to;
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }
}
