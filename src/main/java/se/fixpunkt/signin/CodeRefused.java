package se.fixpunkt.signin;

/** Another code was mailed than the one that was typed. */
@SuppressWarnings("serial")
public final class CodeRefused extends SignInRejection {
    public CodeRefused() {
        super(Kind.NOT_SIGNED_IN);
    }
}
