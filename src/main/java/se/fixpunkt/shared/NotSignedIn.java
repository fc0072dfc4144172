package se.fixpunkt.shared;

/** Nobody is signed in, or the session was ended. */
@SuppressWarnings("serial")
public final class NotSignedIn extends Rejection {
    public NotSignedIn() {
        super(Kind.NOT_SIGNED_IN);
    }
}
