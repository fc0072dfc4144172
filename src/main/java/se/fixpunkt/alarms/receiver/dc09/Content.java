package se.fixpunkt.alarms.receiver.dc09;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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
    /** The highest byte that a block is filled up with at its end: nothing, or how many there are. */
    private static final char FILLING = 16;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Also without its sign (PROSEC, OPAX), when what follows the bar can be an event, of SIA or of Contact ID. */
    private static final Pattern ACCOUNT =
            Pattern.compile("#([0-9A-Za-z]{1,16})(?:\\||$)|((?:[0-9a-z][0-9A-Za-z]{0,15}|[0-9A-F]{3,16}))\\|"
                    + "(?=[NO0-9]|[ERP] ?[0-9][0-9A-Fa-f]{2})");
    /**
     * The padding is any bytes but {@code [ ] |} (Ajax sends such); where others stand in it, a time at the end tells that
     * the key is right. Repeated blocks are matched possessively, which needs no stack.
     */
    private static final Pattern DECRYPTED = Pattern.compile(
            "(?s)[^\\[\\]|]{0,16}(?:\\|[^\\x00-\\x08\\x0a-\\x1f\\]]*)?](?:\\[[^\\x00-\\x08\\x0a-\\x1f\\]]*])*+"
                    + "|.*]_[0-9:,/ -]{8,40}[\\x00-\\x10]{0,16}");
    /** Where the account follows the padding, it tells where the padding ends, whatever is in it. */
    private static final Pattern PADDING = Pattern.compile("(?s).*?\\|(?=#[0-9A-Za-z]{1,16}\\|)");

    Content {
        extended = List.copyOf(extended);
    }

    /** From a frame in clear: {@code data][x-data…]_timestamp}. */
    static Content plain(String text) {
        return parse(text);
    }

    /**
     * From decrypted text: {@code pad|#acct|data][x-data…]_timestamp}, {@code pad]_timestamp}, and what devices make of
     * them.
     *
     * @return empty when it is no such thing, so that the key must be wrong
     */
    static Optional<Content> decrypted(String text) {
        return DECRYPTED.matcher(text).matches() ? Optional.of(parse(unpadded(text))) : Optional.empty();
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

    /** H, the time of occurrence, in the form of a timestamp, or without the day, which is then the timestamp's. */
    Optional<Instant> occurredAt() {
        String day = timestamp == null || !timestamp.contains(",") ? "" : timestamp.substring(timestamp.indexOf(','));
        return extended('H').flatMap(told -> Timestamp.read(told.contains(",") ? told : told + day));
    }

    /** Without the padding in front, and without what careless devices fill the last block with. */
    private static String unpadded(String padded) {
        int end = padded.length();
        while (end > 0 && padded.charAt(end - 1) <= FILLING) {
            end--;
        }
        String text = padded.substring(0, end);
        Matcher padding = PADDING.matcher(text);
        if (padding.lookingAt()) {
            return text.substring(padding.end());
        }
        int close = text.indexOf(']');
        int bar = text.indexOf('|');
        return text.substring(bar < 0 || close < bar ? close : bar + 1);
    }

    private static Content parse(String text) {
        int close = text.indexOf(']');
        String inner = close < 0 ? text : text.substring(0, close);
        Matcher account = ACCOUNT.matcher(inner);
        String data = account.lookingAt() ? inner.substring(account.end()) : inner;
        return tail(
                close < 0 ? "" : text.substring(close + 1),
                account(account),
                data.startsWith("|") ? data.substring(1) : data);
    }

    private static String account(Matcher found) {
        if (!found.lookingAt()) {
            return null;
        }
        return (found.group(1) != null ? found.group(1) : found.group(2)).toUpperCase(Locale.ROOT);
    }

    /** A block that begins with an account is more data: an event of its own. */
    private static Content tail(String text, String account, String first) {
        List<String> extended = new ArrayList<>();
        String data = first;
        String rest = text;
        while (rest.startsWith("[")) {
            int close = rest.indexOf(']');
            String block = rest.substring(1, close < 0 ? rest.length() : close);
            Matcher more = ACCOUNT.matcher(block);
            if (block.startsWith("#") && more.lookingAt()) {
                data += block.substring(more.end() - 1);
            } else if (!block.isEmpty()) {
                extended.add(words(block));
            }
            rest = close < 0 ? "" : rest.substring(close + 1);
        }
        int underline = rest.indexOf('_');
        return new Content(account, words(data), extended, underline < 0 ? null : rest.substring(underline + 1));
    }

    /**
     * People's texts are in Windows-1252, or, against the standard, in UTF-8, which words in Windows-1252 never look like but
     * by accident; the rest is ASCII and the same in both.
     */
    private static String words(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }
}
