package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * A message as it may be kept: every byte of it, except that each character of a digest's {@code response} is a star. With
 * it, whoever may read conversations could try passwords at home until one fits.
 */
final class Masked {
    private static final Pattern FIELD = Pattern.compile(
            "^(?:proxy-)?authorization[ \\t]*+:[^\\n]*+(?:\\n[ \\t][^\\n]*+)*+",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    /** Until the end of the quotes, or of what there is: also when the message was cut. */
    private static final Pattern RESPONSE = Pattern.compile(
            "(?<![\\w-])response\\s*+=\\s*+(?:\"([^\"\\r\\n]*+)|([^\",\\s]*+))", Pattern.CASE_INSENSITIVE);

    private Masked() {}

    static Bytes message(Bytes raw) {
        String text = raw.text(StandardCharsets.ISO_8859_1);
        Matcher field = FIELD.matcher(text);
        if (!field.find()) {
            return raw;
        }
        StringBuilder masked = new StringBuilder(text);
        do {
            Matcher response = RESPONSE.matcher(text).region(field.start(), field.end());
            while (response.find()) {
                int group = response.group(1) == null ? 2 : 1;
                int length = response.end(group) - response.start(group);
                masked.replace(response.start(group), response.end(group), "*".repeat(length));
            }
        } while (field.find());
        return Bytes.latin1(masked.toString());
    }

    /** Whether what was pasted was copied from where it had been masked. */
    static boolean is(SipFields fields) {
        return fields.lines("authorization").stream()
                .anyMatch(line -> RESPONSE.matcher(line).results().anyMatch(found -> found.group()
                        .endsWith("*")));
    }
}
