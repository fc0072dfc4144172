package se.fixpunkt.projects.internal;

import se.fixpunkt.shared.InvalidValue;

/** Short texts that people write: trimmed, present, not too long, on one line. */
final class Text {
    private Text() {}

    static String line(String value, String field, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw new InvalidValue(field, "required");
        }
        if (text.length() > longest) {
            throw new InvalidValue(field, "too-long");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(field, "malformed");
        }
        return text;
    }
}
