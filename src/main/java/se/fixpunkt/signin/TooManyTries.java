package se.fixpunkt.signin;

import java.time.Duration;
import java.util.Map;

/** Guessing is slowed down. The answer is the same for accounts that do not exist. */
@SuppressWarnings("serial")
public final class TooManyTries extends SignInRejection {
    private final transient Duration wait;

    public TooManyTries(Duration wait) {
        super(Kind.TOO_MANY);
        this.wait = wait;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("retryAfter", Math.max(1, wait.toSeconds()));
    }
}
