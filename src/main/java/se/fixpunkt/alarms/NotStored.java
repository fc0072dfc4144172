package se.fixpunkt.alarms;

import se.fixpunkt.shared.Rejection;

/** The message could not be committed in time; the device must be told so, or not answered, and will try its other receiver. */
@SuppressWarnings("serial")
public final class NotStored extends Rejection {
    public NotStored() {
        super(Kind.UNAVAILABLE);
    }
}
