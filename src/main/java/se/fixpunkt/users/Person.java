package se.fixpunkt.users;

import java.util.Set;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/**
 * A person as he was when read. People are never deleted, only deactivated, because the journal speaks of them.
 *
 * @param rights what he may do in his organisation outside projects; whoever came in by invitation has none
 * @param active whether he can sign in
 * @param version for {@code If-Match}
 */
public record Person(
        PersonId id,
        OrganisationId organisation,
        EmailAddress email,
        String name,
        Set<Right> rights,
        Language language,
        boolean active,
        long version) {
    public Person {
        rights = Set.copyOf(rights);
    }
}
