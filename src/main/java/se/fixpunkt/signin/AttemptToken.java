package se.fixpunkt.signin;

import java.util.Objects;

/** Stands for a sign-in that waits for its code. Worth nothing without the code. */
public record AttemptToken(String value) {
    public AttemptToken {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "••••";
    }
}
