package se.fixpunkt.signin.internal;

import se.fixpunkt.signin.AttemptSpent;
import se.fixpunkt.signin.CodeRefused;
import se.fixpunkt.signin.TooManyTries;
import se.fixpunkt.twofactor.Redemption;

/** A code's verdict in the words of sign-in. */
final class CodeRefusals {
    private CodeRefusals() {}

    static void refuseUnlessPassed(Redemption redemption) {
        switch (redemption.verdict()) {
            case PASSED -> {}
            case WRONG -> throw new CodeRefused();
            case SPENT -> throw new AttemptSpent();
            case TOO_MANY -> throw new TooManyTries(redemption.retryAfter());
        }
    }
}
