package se.fixpunkt.signin;

import java.time.Duration;

/** Personal access tokens: a person's own permissions in the hands of a program. */
public interface Tokens {

    /**
     * Makes one. Its token is shown this once. It has passed a second factor if the session that asks has.
     *
     * @param name what its owner calls it, 1 to 100 characters
     * @param lasts at most a year
     * @throws se.fixpunkt.shared.Forbidden when a personal access token asks: one that leaked must not outlive its end
     */
    IssuedToken issue(String name, Duration lasts);
}
