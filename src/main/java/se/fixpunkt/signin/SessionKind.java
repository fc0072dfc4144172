package se.fixpunkt.signin;

import java.time.Duration;

/** What a session is used by, and therefore how long it lasts. */
public enum SessionKind {
    /** A browser's cookie: a working day unused, a week at most. */
    BROWSER(Duration.ofHours(12), Duration.ofDays(7)),
    /** An access token got by signing in over REST. */
    ACCESS(Duration.ofHours(8), Duration.ofHours(8)),
    /** A personal access token for an integration: a year unless its owner says less. */
    PERSONAL(Duration.ofDays(365), Duration.ofDays(365));

    private final Duration unused;
    private final Duration atMost;

    SessionKind(Duration unused, Duration atMost) {
        this.unused = unused;
        this.atMost = atMost;
    }

    /** It ends when it has not been used for this long. */
    public Duration unused() {
        return unused;
    }

    /** It ends after this long however much it is used. */
    public Duration atMost() {
        return atMost;
    }
}
