package se.fixpunkt.alarms.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import se.fixpunkt.alarms.DeviceId;

/**
 * A supervised device that is not silent yet.
 *
 * @param network of its last address; null when it was never heard
 * @param seconds its supervision interval
 * @param lastHeardAt null when it never was
 * @param dueAt not heard by then it is silent, if anybody has listened all the time
 */
public record Watched(DeviceId device, String network, int seconds, Instant lastHeardAt, Instant dueAt) {
    /** What is written of a device's latest message may be this old, or a tenth of its interval if that is less. */
    public static final int COARSE_SECONDS = 10;

    public Watched {
        Objects.requireNonNull(device);
        Objects.requireNonNull(dueAt);
    }

    boolean wasEverHeard() {
        return network != null;
    }

    /** Its interval, and as much more as may be missing in what was written. */
    public Duration patience() {
        return Duration.ofSeconds(seconds).plus(coarse(seconds));
    }

    /** How often it is written that a device was heard. */
    public static Duration coarse(int seconds) {
        return Duration.ofSeconds(Math.min(seconds / 10, COARSE_SECONDS));
    }

    /** When it may be called silent, given that we have listened since then. */
    Instant dueAfter(Instant listeningSince) {
        Instant fair = listeningSince.plus(patience());
        return fair.isAfter(dueAt) ? fair : dueAt;
    }
}
