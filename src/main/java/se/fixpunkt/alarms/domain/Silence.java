package se.fixpunkt.alarms.domain;

import java.util.List;
import java.util.Optional;

/**
 * Devices that are to be called silent.
 *
 * @param scope what has fallen silent with them: {@link #EVERYWHERE}, {@link #SCATTERED}, {@link #NEVER_HEARD} or a network; empty
 *     for one device by itself
 * @param outOf how many supervised devices there are in that scope
 */
public record Silence(Optional<String> scope, List<Watched> devices, int outOf) {
    /** All the organisation's devices. */
    public static final String EVERYWHERE = "everywhere";

    /** Many at once that have no network in common, as when a mobile operator's devices come from all over its addresses. */
    public static final String SCATTERED = "scattered";

    /** Those that have not been heard once, as when a register was imported and the devices have yet to be pointed here. */
    public static final String NEVER_HEARD = "never-heard";

    public Silence {
        devices = List.copyOf(devices);
    }
}
