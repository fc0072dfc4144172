package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between the brackets, in clear.
 *
 * @param account the inner account; null when it was left out (Ajax)
 * @param data the event, without the account
 * @param extended the x-data blocks, letter first, decoded
 * @param timestamp the text after the underline; null when there was none
 */
record Content(String account, String data, List<String> extended, String timestamp) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,16}");
    private static final Pattern DECRYPTED = Pattern.compile(
            "[^\\x00-\\x08\\x0a-\\x1f\\]]*](?:\\[[^\\x00-\\x08\\x0a-\\x1f\\]]*])*(?:_[0-9:,/ -]{0,40})?");

    Content {
        extended = List.copyOf(extended);
    }

    /** From a frame in clear: {@code data][x-data…]_timestamp}. */
    static Content plain(String text) {
        return parse(text, false);
    }

    /**
     * From decrypted text: {@code pad|#acct|data][x-data…]_timestamp}, {@code pad]_timestamp}, and what devices make of
     * them.
     *
     * @return empty when it is no such thing, so that the key must be wrong
     */
    static Optional<Content> decrypted(String text) {
        return DECRYPTED.matcher(text).matches() ? Optional.of(parse(text, true)) : Optional.empty();
    }

    Optional<Instant> sentAt() {
        return timestamp == null ? Optional.empty() : Timestamp.read(timestamp);
    }

    /** The first x-data block with the letter, without it. */
    Optional<String> extended(char letter) {
        return extended.stream()
                .filter(block -> block.charAt(0) == letter)
                .map(block -> block.substring(1).strip())
                .filter(block -> !block.isEmpty())
                .findFirst();
    }

    /** H, the time of occurrence, in the form of a timestamp. */
    Optional<Instant> occurredAt() {
        return extended('H').flatMap(Timestamp::read);
    }

    private static Content parse(String text, boolean padded) {
        int close = text.indexOf(']');
        String inner = close < 0 ? text : text.substring(0, close);
        if (padded) {
            int bar = inner.indexOf('|');
            inner = bar < 0 ? "" : inner.substring(bar + 1);
        }
        String account = null;
        if (inner.startsWith("#")) {
            int bar = inner.indexOf('|');
            String candidate = bar < 0 ? inner.substring(1) : inner.substring(1, bar);
            if (ACCOUNT.matcher(candidate).matches()) {
                account = candidate.toUpperCase(Locale.ROOT);
                inner = bar < 0 ? "" : inner.substring(bar + 1);
            }
        } else if (inner.startsWith("|")) {
            inner = inner.substring(1);
        }
        return tail(close < 0 ? "" : text.substring(close + 1), account, inner);
    }

    private static Content tail(String text, String account, String data) {
        List<String> extended = new ArrayList<>();
        String rest = text;
        while (rest.startsWith("[")) {
            int close = rest.indexOf(']');
            String block = rest.substring(1, close < 0 ? rest.length() : close);
            if (!block.isEmpty()) {
                extended.add(windows(block));
            }
            rest = close < 0 ? "" : rest.substring(close + 1);
        }
        int underline = rest.indexOf('_');
        return new Content(account, windows(data), extended, underline < 0 ? null : rest.substring(underline + 1));
    }

    /** People's texts are in Windows-1252; the rest is the same in ASCII. */
    private static String windows(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), WINDOWS);
    }
}
