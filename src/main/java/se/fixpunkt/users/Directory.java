package se.fixpunkt.users;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/**
 * Who is who, for the other contexts, which ask with an id, an address or an invitation already in their hands. It guards
 * nothing itself: whoever shows an answer to somebody has checked that he may see it.
 */
public interface Directory {

    Optional<Person> person(PersonId person);

    Optional<Person> personWith(EmailAddress email);

    /** Names to put beside ids in lists; an unknown id has no entry. */
    Map<PersonId, String> names(Collection<PersonId> people);

    /** People by id, for lists that show more than the name; an unknown id has no entry. */
    Map<PersonId, Person> people(Collection<PersonId> people);

    Optional<Organisation> organisation(OrganisationId organisation);

    /** The organisation that the first start founded: the one that runs this installation. */
    Optional<OrganisationId> founder();

    /** Active people of the organisation who have the right. */
    Collection<Person> peopleWith(OrganisationId organisation, Right right);
}
