package se.fixpunkt.harness;

/** A part of the system did not come up. The message is one line that a person can act on. */
@SuppressWarnings("serial")
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
