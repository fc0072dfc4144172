package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Cuts a TCP stream into messages by their {@code Content-Length} (RFC 3261 §18.3) and counts the pings between them
 * (RFC 5626 §4.4.1: two line ends are a ping, one is the answer). A MESSAGE whose XML ends elsewhere than its length says
 * ends with its XML.
 */
final class SipStream {
    static final int HEAD = 16 * 1024;
    static final int BODY = 64 * 1024;
    private static final int PING = 4;

    private byte[] buffer = new byte[1024];
    private int size;
    /** Bytes that the last message told of and did not need. */
    private int owed;

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
            from = skipPings(skipOwed(from));
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

    /** Whether something has begun; line ends alone are a keep-alive, or stood behind a body. */
    boolean waiting() {
        return !onlyLineEnds(0);
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

    /** A message that tells more than it sends must not swallow the beginning of the next one. */
    private int skipOwed(int from) {
        int at = from;
        while (owed > 0 && at < size) {
            if (beginsMessage(at)) {
                owed = 0;
            } else {
                owed--;
                at++;
            }
        }
        return at;
    }

    /** After a whole document: all methods that we know of, and every response, begin with a capital letter. */
    private boolean beginsMessage(int at) {
        return buffer[at] >= 'A' && buffer[at] <= 'Z';
    }

    /** NULs too: they are the end of a string in C that was sent along. */
    private int skipPings(int from) {
        int at = from;
        while (at < size) {
            if (isPing(at)) {
                pings++;
                at += PING;
            } else if (buffer[at] == 0 || (isLineEnd(at) && !undecided(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private boolean isPing(int at) {
        return size - at >= PING
                && buffer[at] == '\r'
                && buffer[at + 1] == '\n'
                && buffer[at + 2] == '\r'
                && buffer[at + 3] == '\n';
    }

    /** Whether it may become a ping. */
    private boolean undecided(int at) {
        return size - at < PING && onlyLineEnds(at);
    }

    private boolean isLineEnd(int at) {
        return buffer[at] == '\r' || buffer[at] == '\n';
    }

    private boolean onlyLineEnds(int from) {
        for (int i = from; i < size; i++) {
            if (!isLineEnd(i)) {
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
        int told = body + length;
        int end = isMessage(from, body) && RootEnd.isAhead(buffer, body, Math.min(told, size)) ? end(body, told) : told;
        if (end > size) {
            return from;
        }
        messages.add(Bytes.of(buffer, from, end));
        owed = Math.max(0, told - end);
        return end;
    }

    private boolean isMessage(int from, int body) {
        return text(from, Math.min(from + 8, body)).equals("MESSAGE ");
    }

    /**
     * Where a message that carries a document ends.
     *
     * @param told where it ends by its length
     * @return beyond what has come while more of it is to be waited for
     */
    private int end(int body, int told) {
        if (size < told && !RootEnd.isAt(buffer, body, size)) {
            return told;
        }
        // of a device that tells more than it sends the rest would never come
        int to = Math.min(told, size);
        int end = RootEnd.after(buffer, body, to);
        if (end < 0) {
            return endBeyond(body, told);
        }
        while (end < to && RootEnd.isPadding(buffer[end])) {
            end++;
        }
        return end < to && beginsMessage(end) ? end : to;
    }

    /**
     * Of a device that tells less than it sends, because it counts letters, or line ends as one. Within twice the length and
     * what is read of a body at all its XML is read to the end, when that comes before the next message. What has not come is
     * waited for until as many letters have come as were told.
     */
    private int endBeyond(int body, int told) {
        int limit = Math.min(told + (told - body), Math.max(told, body + MrqReader.BYTES));
        int to = Math.min(size, limit);
        int end = RootEnd.after(buffer, body, to);
        if (end >= 0) {
            return text(told, end).contains("SIP/2.0") ? told : end;
        }
        int letters = 0;
        for (int i = body; i < to; i++) {
            boolean goesOn = (buffer[i] & 0xc0) == 0x80;
            letters += goesOn ? 0 : 1;
        }
        return size < limit && letters < told - body ? size + 1 : told;
    }

    /** A message whose length is not told, as it must be on a connection, ends where its XML does; all others have no body. */
    private int untold(int from, int body, SipFields fields) {
        boolean xml = isMessage(from, body)
                && fields.first("content-type").isPresent()
                && body - from <= HEAD
                && (body == size || buffer[body] == '<');
        if (!xml) {
            return 0;
        }
        int end = RootEnd.after(buffer, body, size);
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
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
