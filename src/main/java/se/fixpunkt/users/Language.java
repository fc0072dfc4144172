package se.fixpunkt.users;

import java.util.Locale;
import se.fixpunkt.shared.InvalidValue;

/** The languages that everything exists in. */
public enum Language {
    SWEDISH("sv"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language whose tag this is; nothing said means Swedish. */
    public static Language of(String tag) {
        if (tag == null || tag.isBlank()) {
            return SWEDISH;
        }
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new InvalidValue("language", "unknown");
    }

    /** {@code sv} or {@code en}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
