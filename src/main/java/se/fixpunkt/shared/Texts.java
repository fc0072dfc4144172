package se.fixpunkt.shared;

import java.util.List;
import java.util.Locale;

/** All texts for people: every context's {@code messages_<language>.properties} as one list. */
public interface Texts {

    Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    Locale ENGLISH = Locale.forLanguageTag("en-GB");

    /** The languages that everything is written in; the first is the one for those who asked for neither. */
    List<Locale> LANGUAGES = List.of(SWEDISH, ENGLISH);

    /** The supported language with that code ({@code sv}, {@code en-US}, …), or Swedish. */
    static Locale language(String code) {
        return LANGUAGES.stream()
                .filter(locale -> code != null
                        && locale.getLanguage()
                                .equals(Locale.forLanguageTag(code).getLanguage()))
                .findFirst()
                .orElse(SWEDISH);
    }

    boolean has(String key);

    /** The text as written; a missing one shows as {@code ???key???}, so that it is seen and not fatal. */
    String text(Locale language, String key);

    /** The text as a {@link java.text.MessageFormat} pattern, filled in; an apostrophe in such a text is doubled. */
    String format(Locale language, String key, Object... values);
}
