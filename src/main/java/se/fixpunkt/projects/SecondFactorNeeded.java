package se.fixpunkt.projects;

import se.fixpunkt.shared.Rejection;

/** The project demands a second factor and this sign-in has not passed one. */
@SuppressWarnings("serial")
public final class SecondFactorNeeded extends Rejection {
    public SecondFactorNeeded() {
        super(Kind.FORBIDDEN);
    }
}
