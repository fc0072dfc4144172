package se.fixpunkt.signin;

/** Address and password do not belong together, or there is no such account: nobody is told which. */
@SuppressWarnings("serial")
public final class SignInRefused extends SignInRejection {
    public SignInRefused() {
        super(Kind.NOT_SIGNED_IN);
    }
}
