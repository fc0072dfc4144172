package se.fixpunkt.twofactor.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.mail.Letter;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.users.Person;

/** The letter that carries a code, in the person's language, the code alone on its line. */
@ApplicationScoped
class CodeLetter {
    private final Texts texts;
    private final String site;

    @Inject
    CodeLetter(
            Texts texts,
            @ConfigProperty(name = "FIXPUNKT_BASE_URL", defaultValue = "http://localhost:8080") String baseUrl) {
        this.texts = texts;
        this.site = baseUrl;
    }

    Letter with(String code, Person person, Duration lasts) {
        Locale language = Texts.language(person.language().tag());
        return new Letter(
                person.email().value(),
                texts.text(language, "twofactor.letter.subject"),
                texts.format(language, "twofactor.letter.text", person.name(), code, lasts.toMinutes(), site));
    }
}
