package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.mail.Letter;
import se.fixpunkt.users.Person;

/** The letter that carries a code, in the person's language, the code alone on its line. */
@ApplicationScoped
class CodeLetter {
    private final String site;

    @Inject
    CodeLetter(@ConfigProperty(name = "FIXPUNKT_BASE_URL", defaultValue = "http://localhost:8080") String baseUrl) {
        this.site = baseUrl;
    }

    Letter with(String code, Person person, Duration lasts) {
        Locale locale = person.language().locale();
        ResourceBundle words = ResourceBundle.getBundle("se.fixpunkt.twofactor.messages", locale);
        String text = new MessageFormat(words.getString("twofactor.letter.text"), locale)
                .format(new Object[] {person.name(), code, lasts.toMinutes(), site});
        return new Letter(person.email().value(), words.getString("twofactor.letter.subject"), text);
    }
}
