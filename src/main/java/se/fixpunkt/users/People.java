package se.fixpunkt.users;

import java.util.Set;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;

/**
 * The people of the caller's own organisation, as its main administrator manages them. All of it needs
 * {@link Right#MANAGE_PEOPLE}, and somebody of another organisation does not exist here.
 */
public interface People {

    /**
     * Adds a person who can sign in at once.
     *
     * @throws EmailTaken when somebody has the address, in any organisation
     * @throws PasswordRefused when the password is too easily guessed
     */
    Person add(NewPerson person, Password password);

    /** Everybody, ended people too, by e-mail address. */
    Page<Person> list(String after, int limit);

    /** @throws se.fixpunkt.shared.NotFound when there is no such person in the organisation */
    Person find(PersonId person);

    /**
     * Gives exactly these rights; they hold from the person's next request, on every node.
     *
     * @throws LastAdministrator when nobody would be left to manage people
     */
    Person changeRights(PersonId person, Set<Right> rights);

    Person rename(PersonId person, PersonName name);

    /**
     * Ends the person's sign-in, and with it all his sessions and tokens.
     *
     * @throws LastAdministrator when nobody would be left to manage people
     */
    Person deactivate(PersonId person);

    Person reactivate(PersonId person);
}
