package se.fixpunkt.alarms.receiver.scaip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One end of a message, from a {@code From} or {@code To} field.
 *
 * @param uri without its parameters
 * @param user what stands before the at sign, decoded, or the number of a {@code tel:}; empty when there is none
 * @param host with port, as written; empty when there is none
 */
record Party(String uri, String user, String host, boolean tagged) {
    private static final Pattern URI = Pattern.compile("(?i)((?:sips?|tel):)\\s*(?:([^@>]*)@)?([^@>;?]*)");
    private static final Pattern DISPLAY_NAME = Pattern.compile("^\\s*\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?i);\\s*tag\\s*=\\s*([^;\\s]+)");

    static Party read(String written) {
        String field = DISPLAY_NAME.matcher(written).replaceFirst("");
        int open = field.indexOf('<');
        int close = field.indexOf('>', Math.max(open, 0));
        boolean bracketed = open >= 0 && close > open;
        String address = bracketed ? field.substring(open + 1, close) : field;
        String parameters = bracketed ? field.substring(close + 1) : field;
        Matcher uri = URI.matcher(address);
        if (!uri.find()) {
            return new Party("", "", "", TAG.matcher(parameters).find());
        }
        String before = uri.group(2) == null ? "" : uri.group(2).strip() + "@";
        String host = uri.group(3).strip();
        String whole = uri.group(1).toLowerCase(Locale.ROOT) + before + host;
        if (uri.group(1).equalsIgnoreCase("tel:")) {
            return new Party(whole, host, "", TAG.matcher(parameters).find());
        }
        String user = decoded(before.split("[:;@]", 2)[0]).strip();
        return new Party(whole, user, host, TAG.matcher(parameters).find());
    }

    /** Whether it is the controller: some write a number in front of which {@code +} and zeros do not count. */
    boolean isController(String cid) {
        return bare(user).equals(bare(cid));
    }

    /** What counts of a number: not the visual separators of RFC 3966 §5.1.1. */
    private static String bare(String number) {
        StringBuilder bare = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ("-.()".indexOf(c) < 0 && (c != '+' || bare.length() > 0)) {
                bare.append(c);
            }
        }
        int zeros = 0;
        while (zeros < bare.length() - 1 && bare.charAt(zeros) == '0') {
            zeros++;
        }
        return bare.substring(zeros);
    }

    /** The tag of a {@code From} or {@code To} field; empty when it has none. */
    static String tag(String written) {
        String field = DISPLAY_NAME.matcher(written).replaceFirst("");
        Matcher tag = TAG.matcher(field.substring(field.indexOf('>') + 1));
        return tag.find() ? tag.group(1) : "";
    }

    private static String decoded(String user) {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notEncoded) {
            return user;
        }
    }
}
