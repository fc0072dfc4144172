package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a frame's checksum and length and takes it apart. */
final class FrameReader {
    /** The id is the first quoted string: a quote may stand in the x-data too. */
    private static final Pattern SHAPE = Pattern.compile(
            "\"(?<star>\\*?)(?<id>[^\"\\[\\]*]{1,32})\"(?<seq>[0-9A-Fa-f]{1,4}?)(?:(?=[RLrl#\\[]|$))"
                    + "(?:[Rr](?<r>[0-9A-Fa-f]{0,6}))?(?:[Ll](?<l>[0-9A-Fa-f]{0,6}))?"
                    + "(?:#(?:(?<acct>[\\x21-\\x7e&&[^\\[\\]\"]]{1,32}))?)?"
                    + "(?:\\[(?<content>.*))?",
            Pattern.DOTALL);

    /** Digits. */
    private static final int SEQUENCE = 4;

    private FrameReader() {}

    /** What is wrong with a frame that cannot be trusted. */
    enum Fault {
        SYNTAX("malformed"),
        CHECKSUM("bad-crc"),
        LENGTH("bad-length");

        private final String verdict;

        Fault(String verdict) {
            this.verdict = verdict;
        }

        String verdict() {
            return verdict;
        }
    }

    /**
     * @param frame the frame; null when there is a fault
     * @param fault null when there is none
     */
    record Result(Frame frame, Fault fault) {}

    static Result read(byte[] bytes) {
        int begin = 0;
        Prefix prefix = Prefix.at(bytes, begin, bytes.length);
        while (prefix == null && ++begin < bytes.length) {
            prefix = Prefix.at(bytes, begin, bytes.length);
        }
        if (prefix == null) {
            return new Result(null, Fault.SYNTAX);
        }
        int end = end(bytes, prefix);
        if (Crc16.of(bytes, prefix.quote(), end) != prefix.crc()) {
            return new Result(null, Fault.CHECKSUM);
        }
        if (!prefix.tells(end - prefix.quote())) {
            return new Result(null, Fault.LENGTH);
        }
        return take(text(bytes, prefix.quote(), end));
    }

    private static int end(byte[] bytes, Prefix prefix) {
        int end = prefix.end(bytes, bytes.length);
        if (end > 0) {
            return end;
        }
        end = prefix.quote();
        while (end < bytes.length && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static Result take(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return new Result(null, Fault.SYNTAX);
        }
        String content = shape.group("content");
        Frame frame = new Frame(
                shape.group("id").toUpperCase(Locale.ROOT),
                !shape.group("star").isEmpty(),
                "0".repeat(Math.max(0, SEQUENCE - shape.group("seq").length())) + shape.group("seq"),
                shape.group("r"),
                shape.group("l"),
                shape.group("acct"),
                content == null ? "" : content);
        return new Result(frame, null);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
