package se.fixpunkt.mail.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.fixpunkt.mail.Letter;

/**
 * What of a letter is sealed: its recipient on the first line, its subject on the second, then its text. Neither of the two has
 * a line break (see {@link Letter}), so the first ones part them.
 */
record SealedContent(String recipient, String subject, String text) {

    static SealedContent of(Letter letter) {
        return new SealedContent(letter.to(), letter.subject(), letter.text());
    }

    byte[] toBytes() {
        return (recipient + "\n" + subject + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param openRecipient as it stands beside the sealed text in a letter of an earlier release; empty since then
     * @param openSubject the same, of a release before that
     */
    static SealedContent read(byte[] opened, String openRecipient, String openSubject) {
        String rest = new String(opened, StandardCharsets.UTF_8);
        String recipient = openRecipient;
        if (recipient.isEmpty()) {
            recipient = firstLine(rest);
            rest = rest.substring(recipient.length() + 1);
        }
        String subject = openSubject;
        if (subject.isEmpty() && rest.indexOf('\n') >= 0) {
            subject = firstLine(rest);
            rest = rest.substring(subject.length() + 1);
        }
        return new SealedContent(recipient, subject, rest);
    }

    /** The text without the recipient's address, which mail servers like to repeat in what they say. */
    String withoutRecipient(String said) {
        return Pattern.compile(Pattern.quote(recipient), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(said)
                .replaceAll("…");
    }

    private static String firstLine(String text) {
        return text.substring(0, text.indexOf('\n'));
    }
}
