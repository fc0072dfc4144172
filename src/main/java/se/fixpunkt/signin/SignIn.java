package se.fixpunkt.signin;

import java.time.Duration;
import se.fixpunkt.users.Password;

/**
 * How a stranger becomes a caller: password, then a code where somebody demands one. Text and time of the answer are the
 * same whether or not the account exists.
 */
public interface SignIn {

    /**
     * Looks at a password.
     *
     * @param email as typed
     * @param kind what the session is for, if it comes to one
     * @throws SignInRefused when address and password do not belong together
     * @throws TooManyTries when this address on the network, or everybody together, guessed too often
     */
    SignInAnswer signIn(String email, Password password, SessionKind kind);

    /**
     * Looks at the code that was mailed for the attempt.
     *
     * @throws CodeRefused when it is another code
     * @throws AttemptSpent when the attempt was used, is too old, out of tries or never was
     * @throws TooManyTries when the account has had its tries for this hour
     */
    SignInAnswer.Granted confirm(AttemptToken attempt, String code, SessionKind kind);

    /**
     * Mails another code for the attempt.
     *
     * @throws AttemptSpent as above
     */
    void sendAgain(AttemptToken attempt);

    /** How long until another code can be mailed. */
    Duration waitBeforeAnother(AttemptToken attempt);

    /** The names of the cookies that carry session and attempt here. */
    CookieNames cookies();
}
