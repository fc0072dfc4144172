package se.fixpunkt.twofactor;

import java.time.Duration;

/**
 * What became of a try.
 *
 * @param retryAfter how long to wait when there were too many; otherwise zero
 */
public record Redemption(Verdict verdict, Duration retryAfter) {

    public static Redemption of(Verdict verdict) {
        return new Redemption(verdict, Duration.ZERO);
    }

    /** How a try ends. */
    public enum Verdict {
        /** The code was right and is used up. */
        PASSED,
        /** The code was wrong; another try may be left. */
        WRONG,
        /** Used, too old, or out of tries: a new sign-in is needed. */
        SPENT,
        /** The account has had its tries for this hour. */
        TOO_MANY
    }
}
