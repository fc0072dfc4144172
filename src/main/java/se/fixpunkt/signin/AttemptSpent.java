package se.fixpunkt.signin;

/** The sign-in waits for no code any more; it begins again with the password. */
@SuppressWarnings("serial")
public final class AttemptSpent extends SignInRejection {
    public AttemptSpent() {
        super(Kind.GONE);
    }
}
