package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * A body as characters, without its XML declaration. Devices name encodings that they do not use: .NET says {@code utf-16}
 * of bytes in UTF-8, others name one that does not exist, or none and write Latin letters. So the bytes are asked first,
 * the declaration after them.
 */
final class BodyText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODING =
            Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,30})[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern NO_CHARACTER = Pattern.compile(
            "&#(?:x0*(?:[0-8bcef]|1[0-9a-f]);|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]);)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_ENTITY =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)");
    private static final Pattern NO_TAG = Pattern.compile("<(?![A-Za-z_/!?])");

    private BodyText() {}

    static String of(Bytes body) {
        String text = decoded(body.toArray());
        int from = 0;
        int to = text.length();
        while (from < to && isPadding(text.charAt(from))) {
            from++;
        }
        while (to > from && isPadding(text.charAt(to - 1))) {
            to--;
        }
        Matcher declaration = DECLARATION.matcher(text).region(from, to);
        return text.substring(declaration.lookingAt() ? declaration.end() : from, to);
    }

    /** With what no XML may have written as it was meant: lone ampersands, names of HTML's letters, control characters. */
    static String mended(String text) {
        String legal =
                NO_CHARACTER.matcher(NOT_XML.matcher(text).replaceAll("")).replaceAll("");
        return NO_TAG.matcher(NO_ENTITY.matcher(legal).replaceAll("&amp;")).replaceAll("&lt;");
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || c == '\ufeff';
    }

    /** Bytes as their writer meant them. */
    static String decoded(byte[] bytes) {
        if (bytes.length > 1 && isWide(bytes[0], bytes[1])) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 1 && isWide(bytes[1], bytes[0])) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("\ufffd") ? new String(bytes, named(bytes)) : text;
    }

    /** Two bytes for each character: their mark, or a first character below 256. */
    private static boolean isWide(byte high, byte low) {
        return (high == (byte) 0xfe && low == (byte) 0xff) || (high == 0 && low != 0);
    }

    /** Of bytes that are not UTF-8, whatever they say. */
    private static Charset named(byte[] bytes) {
        Matcher encoding =
                ENCODING.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
        String name = encoding.find() ? encoding.group(1) : "";
        boolean usable = name.matches("(?i)(?:iso|windows|cp|ibm).*") && Charset.isSupported(name);
        return usable && !name.equalsIgnoreCase("iso-8859-1") ? Charset.forName(name) : WINDOWS;
    }
}
