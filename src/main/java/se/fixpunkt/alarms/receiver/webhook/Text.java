package se.fixpunkt.alarms.receiver.webhook;

/** Strings from outside, made fit for a line of the conversation log. */
final class Text {
    private static final char REPLACEMENT = '\ufffd';

    private Text() {}

    /** Control characters are written as {@code \}{@code u001b}, so that no value can pass for another line. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        whole(text).codePoints().forEach(character -> {
            int type = Character.getType(character);
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                line.append(String.format("\\u%04x", character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    /** Halves of characters, which JSON can write and UTF-8 cannot, become the replacement character. */
    static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            whole.appendCodePoint(half ? REPLACEMENT : character);
        });
        return whole.toString();
    }
}
