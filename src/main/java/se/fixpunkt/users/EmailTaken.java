package se.fixpunkt.users;

/** Somebody already has this e-mail address. */
@SuppressWarnings("serial")
public final class EmailTaken extends PeopleRejection {
    public EmailTaken() {
        super(Kind.CONFLICT);
    }
}
