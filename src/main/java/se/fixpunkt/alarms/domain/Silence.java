package se.fixpunkt.alarms.domain;

import java.util.List;
import java.util.Optional;

/**
 * Devices that are to be called silent.
 *
 * @param scope what has fallen silent with them: {@link #EVERYWHERE} or a network; empty for one device by itself
 * @param outOf how many supervised devices there are in that scope
 */
public record Silence(Optional<String> scope, List<Watched> devices, int outOf) {
    /** All the organisation's devices. */
    public static final String EVERYWHERE = "everywhere";

    public Silence {
        devices = List.copyOf(devices);
    }
}
