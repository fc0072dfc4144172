package se.fixpunkt.signin;

import java.time.Duration;

/** A second factor for somebody who is signed in already, because a project demands it. */
public interface StepUp {

    /** Whether this session has passed a second factor. */
    boolean passed();

    /** Mails a code, unless one is on its way already. */
    void begin();

    /** Mails another code. */
    void sendAgain();

    Duration waitBeforeAnother();

    /**
     * Confirms this session, for as long as it lives.
     *
     * @throws CodeRefused when it is another code
     * @throws AttemptSpent when the code was used, is too old or out of tries; {@link #begin} mails a new one
     * @throws TooManyTries when the account has had its tries for this hour
     */
    void confirm(String code);
}
