package se.fixpunkt.alarms.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/** Makes bytes of what people paste: a hex dump, hexadecimal digits, or text in which unseen characters are named. */
final class PastedFrame {
    /** Between digits, and around them in programs: {@code 0x0A, 0x39}, <code>\x0a\x39</code>, {@code [0A][39]}. */
    private static final Pattern AROUND_DIGITS =
            Pattern.compile("0x|\\\\x|[\\s:,;\\[\\]{}-]", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONE_DIGIT =
            Pattern.compile("(0x|\\\\x)([0-9A-F])(?![0-9A-F])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");
    private static final int FEWEST_DIGITS = 8;
    private static final Pattern NAMED = Pattern.compile("<(?:0x)?(LF|CR|NUL|TAB|[01][0-9A-Fa-f]|7F)>|\\[(LF|CR)]");
    private static final Pattern WRAPPED = Pattern.compile("<(?:LF|CR|0x0[AaDd])>|\\[(?:LF|CR)]");
    private static final Map<String, String> NAMES = Map.of("LF", "\n", "CR", "\r", "NUL", "\0", "TAB", "\t");

    private PastedFrame() {}

    /** @param charset of what was pasted as text; UTF-8 where that has no such letters */
    static Bytes bytes(String pasted, Charset charset) {
        return HexDump.bytes(pasted).or(() -> digits(pasted)).orElseGet(() -> text(pasted, charset));
    }

    /** Empty when there is anything else than digits: every message of ours has quotation marks, angles or words. */
    private static Optional<Bytes> digits(String pasted) {
        String even = ONE_DIGIT.matcher(pasted).replaceAll("$10$2");
        String digits = AROUND_DIGITS.matcher(even).replaceAll("");
        return digits.length() >= FEWEST_DIGITS
                        && digits.length() % 2 == 0
                        && DIGITS.matcher(digits).matches()
                ? Optional.of(Bytes.of(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    private static Bytes text(String pasted, Charset charset) {
        // where line ends are named, those of the text box mean nothing
        String text = WRAPPED.matcher(pasted).find() ? pasted.replaceAll("\\R", "") : pasted;
        String whole = NAMED.matcher(text).replaceAll(PastedFrame::unseen);
        boolean spoken = charset.newEncoder().canEncode(whole);
        return Bytes.of(whole.getBytes(spoken ? charset : StandardCharsets.UTF_8));
    }

    private static String unseen(MatchResult found) {
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        String unseen = NAMES.get(name);
        return Matcher.quoteReplacement(unseen == null ? String.valueOf((char) Integer.parseInt(name, 16)) : unseen);
    }
}
