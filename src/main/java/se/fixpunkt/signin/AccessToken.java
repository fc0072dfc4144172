package se.fixpunkt.signin;

import java.util.Objects;

/** 256 random bits that stand for a session. Shown once to its owner, stored only as a hash, never printed. */
public record AccessToken(String value) {
    public AccessToken {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "••••";
    }
}
