package se.fixpunkt.shared;

import java.util.Optional;

/**
 * Who is asking, for the length of one request. Work that nobody asked for (a timer, a device) has no person and the
 * system's address. Sign-in fills it in; every permission check and every journal row reads it.
 */
public interface Caller {

    /** The signed-in person, if there is one. */
    Optional<PersonId> person();

    /** The signed-in person, or the refusal that sends a stranger to the sign-in page. */
    default PersonId requirePerson() {
        return person().orElseThrow(NotSignedIn::new);
    }

    /** The signed-in person's organisation; refuses a stranger. */
    OrganisationId organisation();

    /** The person's name as shown in the journal; {@code Fixpunkt} when nobody asked. */
    String name();

    /** Whether this sign-in was confirmed by a second factor. */
    boolean secondFactorPassed();

    /** The network address that the request came from; {@code -} when nobody asked. */
    String address();
}
