package se.fixpunkt.shared;

import java.util.Locale;

/** What the page shell shows and keeps about the signed-in person. People know the answers and implement it. */
public interface Profile {

    /** The name of the caller's organisation. */
    String organisationName();

    /** Remembers the language that the caller chose, for mail and for other browsers. */
    void chooseLanguage(Locale language);
}
