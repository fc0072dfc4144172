package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Profile;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Self;

/** What the page shell shows of the signed-in person. */
@ApplicationScoped
class CallerProfile implements Profile {
    private final Self self;

    @Inject
    CallerProfile(Self self) {
        this.self = self;
    }

    @Override
    @OpenToAnyone(because = "it is the caller's own; a stranger is refused, having none")
    public String organisationName() {
        return self.myOrganisation().name();
    }

    @Override
    @OpenToAnyone(because = "it is the caller's own; a stranger is refused, having none")
    public void chooseLanguage(Locale language) {
        Person me = self.me();
        self.change(new PersonName(me.name()), Language.of(language.getLanguage()));
    }
}
