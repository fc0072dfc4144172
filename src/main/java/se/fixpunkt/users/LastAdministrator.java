package se.fixpunkt.users;

/** The organisation would be left with nobody who manages people. */
@SuppressWarnings("serial")
public final class LastAdministrator extends PeopleRejection {
    public LastAdministrator() {
        super(Kind.CONFLICT);
    }
}
