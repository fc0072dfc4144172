package se.fixpunkt.mail.internal;

import java.nio.charset.StandardCharsets;
import se.fixpunkt.mail.Letter;

/**
 * What of a letter is sealed: its subject on the first line, then its text. A subject has no line break, so the first one parts
 * them.
 */
record SealedContent(String subject, String text) {

    static SealedContent of(Letter letter) {
        return new SealedContent(letter.subject(), letter.text());
    }

    byte[] toBytes() {
        return (subject + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** @param openSubject as it stands beside the sealed text in a letter of an earlier release; empty since then */
    static SealedContent read(byte[] opened, String openSubject) {
        String whole = new String(opened, StandardCharsets.UTF_8);
        int end = whole.indexOf('\n');
        return openSubject.isEmpty() && end >= 0
                ? new SealedContent(whole.substring(0, end), whole.substring(end + 1))
                : new SealedContent(openSubject, whole);
    }
}
