package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Reads a message liberally: lines may end without a carriage return, fields may be folded and in compact form, and a
 * message on UDP need not tell its length. A head is read as one character for each byte, so that what is copied into an
 * answer goes back as it came (RFC 3261 §8.2.6.2), whatever encoding a device uses.
 */
final class SipReader {
    static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern REQUEST = Pattern.compile(
            "([A-Za-z0-9.!%*_+`'~-]{1,64})[ \\t]+(\\S[^\\r]*\\S|\\S)[ \\t]+(SIP/\\S{1,16})", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESPONSE =
            Pattern.compile("SIP/2\\.0[ \\t]+([1-6][0-9]{2})(?:[ \\t][^\\r]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private SipReader() {}

    /**
     * @return empty when it is no SIP, or a response whose length is a lie; a request with such a length can still be
     *     answered and has no body
     */
    static Optional<SipMessage> read(byte[] bytes) {
        int start = skipLineEnds(bytes);
        int end = headEnd(bytes, start, bytes.length);
        int bodyStart = end < 0 ? bytes.length : end;
        String head = new String(bytes, start, bodyStart - start, StandardCharsets.ISO_8859_1);
        String[] lines = LINE_END.split(head);
        SipFields fields = fields(lines);
        int there = bytes.length - bodyStart;
        int told = length(fields, there);
        String firstLine = lines[0].strip();
        boolean whole = told >= 0
                && (told <= there
                        || (firstLine.startsWith("MESSAGE") && RootEnd.after(bytes, bodyStart, bytes.length) >= 0));
        int bodyEnd = whole ? bodyEnd(bytes, bodyStart, bodyStart + told) : bodyStart;
        return message(firstLine, fields, Bytes.of(bytes, bodyStart, bodyEnd), whole);
    }

    /** Devices that count letters instead of bytes would cut their own XML's end off; others count more than they send. */
    private static int bodyEnd(byte[] bytes, int from, int told) {
        int end = from < told && told < bytes.length ? RootEnd.after(bytes, from, bytes.length) : -1;
        return Math.min(Math.max(end, told), bytes.length);
    }

    /**
     * The length that the fields tell: the same however often it is told, or it is none.
     *
     * @param untold what it is when it is not told
     * @return -1 when it cannot be one
     */
    static int length(SipFields fields, int untold) {
        List<String> told = fields.all("content-length").stream().distinct().toList();
        if (told.isEmpty()) {
            return untold;
        }
        boolean number = told.size() == 1 && NUMBER.matcher(told.get(0)).matches();
        return number ? Integer.parseInt(told.get(0)) : -1;
    }

    /** The index after the empty line that ends the head; -1 when there is none yet. */
    static int headEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                if (i + 1 < to && bytes[i + 1] == '\n') {
                    return i + 2;
                }
                if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    static SipFields fields(String[] lines) {
        SipFields fields = new SipFields();
        StringBuilder field = new StringBuilder();
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (!folded) {
                add(fields, field);
                field.setLength(0);
            }
            field.append(folded ? " " + line.strip() : line);
        }
        add(fields, field);
        return fields;
    }

    private static void add(SipFields fields, StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0) {
            fields.add(field.substring(0, colon), field.substring(colon + 1));
        }
    }

    private static Optional<SipMessage> message(String firstLine, SipFields fields, Bytes body, boolean whole) {
        Matcher response = RESPONSE.matcher(firstLine);
        if (response.matches()) {
            return !whole
                    ? Optional.empty()
                    : Optional.of(new SipMessage.Response(Integer.parseInt(response.group(1)), fields, body));
        }
        Matcher request = REQUEST.matcher(firstLine);
        if (request.matches()) {
            return Optional.of(
                    new SipMessage.Request(request.group(1), request.group(2), request.group(3), fields, body, whole));
        }
        return Optional.empty();
    }

    private static int skipLineEnds(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }
}
