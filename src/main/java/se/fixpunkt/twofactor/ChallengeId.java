package se.fixpunkt.twofactor;

import java.util.Objects;
import java.util.UUID;

/** What a code is bound to: one sign-in attempt. It opens nothing else. */
public record ChallengeId(UUID value) {
    public ChallengeId {
        Objects.requireNonNull(value);
    }
}
