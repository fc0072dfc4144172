package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Enrolment;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;

/** Enrols those who were invited. */
@ApplicationScoped
@Transactional
class InvitedEnrolment implements Enrolment {
    private final Register register;

    @Inject
    InvitedEnrolment(Register register) {
        this.register = register;
    }

    @Override
    @OpenToAnyone(because = "whoever calls has checked the invitation, and nobody is signed in yet")
    public Person enrol(
            OrganisationId organisation, EmailAddress email, PersonName name, Language language, Password password) {
        return register.enter(organisation, new NewPerson(email, name, language, Set.of()), password);
    }
}
