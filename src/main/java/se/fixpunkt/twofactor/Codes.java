package se.fixpunkt.twofactor;

import java.time.Duration;
import se.fixpunkt.users.Person;

/**
 * One-time codes by mail. A code has 8 digits, lives 10 minutes, opens one challenge once and stands at most 5 tries,
 * however often it is sent again; an account has 100 tries and 20 letters an hour over all its challenges. (NIST SP
 * 800-63B does not count mail among strong second factors; the help says so.)
 *
 * <p>All of it joins the caller's transaction. A wrong code is an answer and not a refusal, so that the count of it is
 * committed.
 */
public interface Codes {

    /**
     * Makes a new code, which replaces an earlier one of the challenge, and mails it.
     *
     * @throws TooManyCodes when the last letter left just now, or the account has had its letters for this hour
     */
    void send(ChallengeId challenge, Person person);

    /**
     * Compares and counts. Whatever is not a digit is ignored, so that a pasted code with spaces is right.
     *
     * @param code as typed
     */
    Redemption redeem(ChallengeId challenge, Person person, String code);

    /** How long until {@link #send} would mail another code to the challenge; zero when it would now. */
    Duration waitBeforeAnother(ChallengeId challenge);
}
