package se.fixpunkt.mail.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a letter that was not taken is tried again: soon at first, because a code waits; for two days in all. */
final class Backoff {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));
    private static final int MOST_TRIES = 100;

    private Backoff() {}

    /** @param tries how often it was tried by now; empty when that is enough */
    static Optional<Duration> after(int tries) {
        return tries >= MOST_TRIES
                ? Optional.empty()
                : Optional.of(STEPS.get(Math.min(Math.max(tries, 1), STEPS.size()) - 1));
    }
}
