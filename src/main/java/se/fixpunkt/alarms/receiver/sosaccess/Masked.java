package se.fixpunkt.alarms.receiver.sosaccess;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * A message as it may be kept: every byte of it, except that each byte of a password is a star. The protocol sends the password
 * in clear with every message, and whoever may read conversations must not be able to send alarms in a device's name.
 */
final class Masked {
    /** Until the end of the element, or of what there is: also when the message was cut or is no XML at all. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(<(?:[\\w.-]{1,64}:)?(?:new)?authentication(?![\\w.-])[^<>]*+>)(.*?)(?=</(?:[\\w.-]{1,64}:)?(?:new)?authentication|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int HARMLESS = 32;

    /** A password of the protocol's length as it is kept. */
    static final String STARS = "*".repeat(15);

    private Masked() {}

    static Bytes message(Bytes raw) {
        String text = raw.text(StandardCharsets.ISO_8859_1);
        if (isWide(text)) {
            return raw.first(HARMLESS);
        }
        Matcher password = PASSWORD.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        while (password.find()) {
            masked.append(text, from, password.end(1)).append("*".repeat(password.end(2) - password.start(2)));
            from = password.end(2);
        }
        return Bytes.latin1(masked.append(text, from, text.length()).toString());
    }

    /** Two bytes for each character: no such message is ever taken, so only its beginning is kept. */
    private static boolean isWide(String text) {
        return text.indexOf('\0') >= 0
                && text.replace("\0", "").toLowerCase(Locale.ROOT).contains("authentication")
                && !text.toLowerCase(Locale.ROOT).contains("authentication");
    }
}
