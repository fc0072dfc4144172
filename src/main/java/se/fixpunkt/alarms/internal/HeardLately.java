package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;

/**
 * Keeps a device that speaks many times a second from being noted as heard each time. What is noted is at most two seconds old;
 * supervision counts in minutes.
 */
final class HeardLately {
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final int REMEMBERED = 50_000;

    private final Map<DeviceId, Instant> noted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Those that are to be noted now, in the order of their ids, in which everybody locks them. */
    synchronized Map<DeviceId, Arrival> worthNoting(Map<DeviceId, Arrival> heard) {
        Map<DeviceId, Arrival> worth = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        heard.forEach((device, arrival) -> {
            Instant last = noted.get(device);
            if (last == null || Duration.between(last, arrival.at()).compareTo(OFTEN) >= 0) {
                noted.put(device, arrival.at());
                worth.put(device, arrival);
            }
        });
        return worth;
    }
}
