package se.fixpunkt.mail;

import java.util.Objects;

/**
 * A plain-text letter.
 *
 * @param to one address
 * @param subject one line
 * @param text lines separated by {@code \n}
 */
public record Letter(String to, String subject, String text) {
    public Letter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
        if ((to + subject).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character in a mail header");
        }
    }
}
