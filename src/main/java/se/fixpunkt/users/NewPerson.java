package se.fixpunkt.users;

import java.util.Objects;
import java.util.Set;

/** What is said about somebody who is to be added. */
public record NewPerson(EmailAddress email, PersonName name, Language language, Set<Right> rights) {
    public NewPerson {
        Objects.requireNonNull(email);
        Objects.requireNonNull(name);
        Objects.requireNonNull(language);
        rights = Set.copyOf(rights);
    }
}
