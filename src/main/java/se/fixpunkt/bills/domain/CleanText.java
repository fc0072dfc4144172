package se.fixpunkt.bills.domain;

import java.text.Normalizer;

/**
 * Text as a bill keeps it: composed (NFC), plain spaces instead of exotic ones, line feeds only, no control or invisible
 * characters, nothing that XML cannot carry, no white space at the ends. Cleaning twice changes nothing.
 */
public final class CleanText {
    private CleanText() {}

    /** Clean text that may have several lines. */
    public static String of(String given) {
        if (isPlain(given)) {
            return given;
        }
        String composed = Normalizer.normalize(given, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        int length = composed.length();
        for (int i = 0; i < length; ) {
            int point = composed.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean crLf = point == '\r' && next < length && composed.charAt(next) == '\n';
            if (!crLf) {
                append(clean, point);
            }
            i = next;
        }
        // Dropping an invisible character can bring two together that compose.
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Clean text on one line with single spaces. */
    public static String line(String given) {
        String clean = of(given);
        if (clean.indexOf('\n') < 0 && !clean.contains("  ")) {
            return clean;
        }
        return clean.replaceAll("\\s+", " ");
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\r' || point == '\n' || point == 0x2028 || point == 0x2029 || point == 0x85) {
            clean.append('\n');
        } else if (point == '\t' || Character.getType(point) == Character.SPACE_SEPARATOR) {
            clean.append(' ');
        } else if (!invisible(point)) {
            clean.appendCodePoint(point);
        }
    }

    private static boolean invisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean isPlain(String given) {
        int length = given.length();
        for (int i = 0; i < length; i++) {
            char c = given.charAt(i);
            boolean usual = (c >= ' ' && c <= '~') || (c > 0xA0 && c <= 0xFF && c != 0xAD) || c == '\n';
            if (!usual) {
                return false;
            }
        }
        return length == 0 || (given.charAt(0) > ' ' && given.charAt(length - 1) > ' ');
    }
}
