package se.fixpunkt.alarms.internal;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.domain.Bytes;

/** Makes bytes of what people paste: hexadecimal digits, a hex dump, or text in which unseen characters are named. */
final class PastedFrame {
    private static final String SEPARATORS = "[\\s:,-]";
    private static final int FEWEST_DIGITS = 8;
    private static final Pattern DUMP_LINE =
            Pattern.compile("[0-9A-Fa-f]{4,8}:?\\s{1,4}((?:[0-9A-Fa-f]{2} {1,3}){0,31}[0-9A-Fa-f]{2})(?: .*)?");
    private static final Pattern NAMED = Pattern.compile("<(?:0x)?(LF|CR|NUL|TAB|[01][0-9A-Fa-f]|7F)>");
    private static final Pattern WRAPPED = Pattern.compile("<(?:LF|CR|0x0[AaDd])>");
    private static final Map<String, String> NAMES = Map.of("LF", "\n", "CR", "\r", "NUL", "\0", "TAB", "\t");

    private PastedFrame() {}

    /** @param charset of what was pasted as text */
    static Bytes bytes(String pasted, Charset charset) {
        String bare = pasted.strip();
        String digits = (bare.startsWith("0x") ? bare.substring(2) : bare).replaceAll(SEPARATORS, "");
        if (digits.length() >= FEWEST_DIGITS
                && digits.length() % 2 == 0
                && digits.chars().allMatch(one -> Character.digit(one, 16) >= 0 && one < 128)) {
            return Bytes.of(HexFormat.of().parseHex(digits));
        }
        if (bare.lines()
                .filter(line -> !line.isBlank())
                .allMatch(line -> DUMP_LINE.matcher(line.strip()).matches())) {
            return hex(bare.lines()
                    .map(line -> DUMP_LINE.matcher(line.strip()))
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .collect(Collectors.joining()));
        }
        // where line ends are named, those of the text box mean nothing
        String text = WRAPPED.matcher(pasted).find() ? pasted.replaceAll("\\R", "") : pasted;
        String whole = NAMED.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        NAMES.containsKey(name.group(1))
                                ? NAMES.get(name.group(1))
                                : String.valueOf((char) Integer.parseInt(name.group(1), 16))));
        return Bytes.of(whole.getBytes(charset));
    }

    private static Bytes hex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits.replaceAll(SEPARATORS, "")));
    }
}
