package se.fixpunkt.users;

import se.fixpunkt.shared.OrganisationId;

/** How somebody who was invited becomes a person. Called with a valid invitation in hand, in the invitation's own transaction. */
public interface Enrolment {

    /**
     * Makes a person without any right outside of projects.
     *
     * @param organisation the one that invited
     * @throws EmailTaken when the address belongs to somebody already, who then signs in instead
     * @throws PasswordRefused when the password is too easily guessed
     */
    Person enrol(
            OrganisationId organisation, EmailAddress email, PersonName name, Language language, Password password);
}
