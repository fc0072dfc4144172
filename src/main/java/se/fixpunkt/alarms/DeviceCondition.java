package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Objects;

/**
 * How a device is, by what it has sent or left unsent.
 *
 * @param silentSince when it should have been heard and was not; null while it keeps its interval
 */
public record DeviceCondition(Fitness battery, Fitness mains, Fitness link, Instant silentSince) {
    public static final DeviceCondition UNKNOWN =
            new DeviceCondition(Fitness.UNKNOWN, Fitness.UNKNOWN, Fitness.UNKNOWN, null);

    public DeviceCondition {
        Objects.requireNonNull(battery);
        Objects.requireNonNull(mains);
        Objects.requireNonNull(link);
    }

    public boolean isFailing() {
        return battery == Fitness.FAILING || mains == Fitness.FAILING || link == Fitness.FAILING;
    }
}
