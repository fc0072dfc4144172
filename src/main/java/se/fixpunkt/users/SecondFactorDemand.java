package se.fixpunkt.users;

import se.fixpunkt.shared.PersonId;

/** Implemented by whoever may demand a second factor of a person, so that sign-in can ask without knowing them. */
public interface SecondFactorDemand {
    boolean demandedOf(PersonId person);
}
