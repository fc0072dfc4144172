package se.fixpunkt.signin;

import java.time.Duration;
import java.util.List;

/** What a right password leads to. */
public sealed interface SignInAnswer {

    /** Signed in. */
    record Granted(AccessToken token, Duration expiresIn) implements SignInAnswer {}

    /**
     * A code is needed.
     *
     * @param factors by what means it can be had: {@code mail}
     */
    record CodeDemanded(AttemptToken attempt, List<String> factors) implements SignInAnswer {
        public CodeDemanded {
            factors = List.copyOf(factors);
        }
    }
}
