package se.fixpunkt.users;

/** What everybody may see and change about himself. */
public interface Self {

    /** @throws se.fixpunkt.shared.NotSignedIn when nobody is signed in */
    Person me();

    Organisation myOrganisation();

    Person change(PersonName name, Language language);
}
