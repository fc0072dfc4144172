package se.fixpunkt.users;

import se.fixpunkt.shared.Rejection;

/** What this context refuses. */
@SuppressWarnings("serial")
public abstract sealed class PeopleRejection extends Rejection permits EmailTaken, LastAdministrator, PasswordRefused {
    protected PeopleRejection(Kind kind) {
        super(kind);
    }
}
