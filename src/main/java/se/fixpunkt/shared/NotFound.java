package se.fixpunkt.shared;

/** The thing does not exist, or does not exist for the one who asks: the two must look alike. */
@SuppressWarnings("serial")
public final class NotFound extends Rejection {
    public NotFound() {
        super(Kind.NOT_FOUND);
    }
}
