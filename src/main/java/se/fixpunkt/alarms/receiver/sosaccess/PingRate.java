package se.fixpunkt.alarms.receiver.sosaccess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import se.fixpunkt.alarms.DeviceIdentity;

/**
 * How many heartbeats each device has sent in this minute. The shortest level is 90 seconds and at most six heartbeats are
 * recommended in it, so six in a minute are generous. Counted are heartbeats with the right password only: nobody can make
 * another's be refused. Used on the reactor's thread only, and each node counts for itself.
 */
final class PingRate {
    private static final int PER_ROUND = 6;
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int DEVICES = 50_000;

    private final Map<DeviceIdentity, Integer> heard = new HashMap<>();
    private Instant roundEnds = Instant.MIN;

    boolean isUsedUp(DeviceIdentity device, Instant now) {
        turn(now);
        return heard.getOrDefault(device, 0) >= PER_ROUND;
    }

    void heard(DeviceIdentity device, Instant now) {
        turn(now);
        if (heard.size() < DEVICES || heard.containsKey(device)) {
            heard.merge(device, 1, Integer::sum);
        }
    }

    private void turn(Instant now) {
        if (!now.isBefore(roundEnds)) {
            heard.clear();
            roundEnds = now.plus(ROUND);
        }
    }
}
