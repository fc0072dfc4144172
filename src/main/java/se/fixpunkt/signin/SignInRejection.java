package se.fixpunkt.signin;

import se.fixpunkt.shared.Rejection;

/** What this context refuses. */
@SuppressWarnings("serial")
public abstract sealed class SignInRejection extends Rejection
        permits AttemptSpent, CodeRefused, SignInBusy, SignInRefused, TooManyTries {
    protected SignInRejection(Kind kind) {
        super(kind);
    }
}
