package se.fixpunkt.alarms.exchange.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workbooks write characters that XML cannot carry as {@code _x000D_}, and an underscore that would look so as {@code _x005F_}. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int BLANK = 0x20;

    private Escapes() {}

    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Ready to stand in an element of the sheet. */
    static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        String marked = text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_x$1_") : text;
        marked.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\n', '\t' -> out.append((char) point);
            default -> {
                boolean cannotBe = point < BLANK || point == 0xFFFE || point == 0xFFFF || isHalf(point);
                if (cannotBe) {
                    out.append(String.format("_x%04X_", point));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
