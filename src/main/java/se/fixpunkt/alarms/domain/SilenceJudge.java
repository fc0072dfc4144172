package se.fixpunkt.alarms.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a device that has failed from a network that has. A device by itself is one alarm; many at once, or one in a network
 * that nothing comes from any more, are one alarm together. Waits a few seconds for the others before it says anything. Devices
 * that were never heard say nothing of any line; many of them are one alarm of their own.
 */
public final class SilenceJudge {
    /** So many that fall silent at once are no coincidence. */
    public static final int MANY = 10;

    /** The first one waits so long, so that those that fall silent with it are judged with it. */
    static final Duration SETTLE = Duration.ofSeconds(6);

    /** So many messages must have been due before their absence says anything: five of twenty are one chance in 14,000. */
    private static final int EXPECTED = 20;

    private static final int SCARCE = 5;
    private static final Duration LONGEST = Duration.ofDays(8);
    private static final long WHOLE = 1000;

    private final Instant listeningSince;
    private final Instant now;

    /** @param listeningSince since when somebody has listened without a break */
    public SilenceJudge(Instant listeningSince, Instant now) {
        this.listeningSince = listeningSince;
        this.now = now;
    }

    /**
     * @param watched all supervised devices of one organisation that are not silent yet
     * @param standing scopes that are known to be silent; what falls silent in them joins them, except that one device by itself
     *     has nothing to do with those that were {@link Silence#SCATTERED}
     */
    public List<Silence> judge(Collection<Watched> watched, Set<String> standing) {
        List<Watched> overdue = watched.stream()
                .filter(device -> !device.dueAfter(listeningSince).isAfter(now))
                .toList();
        boolean settled = overdue.stream()
                .anyMatch(
                        device -> !device.dueAfter(listeningSince).plus(SETTLE).isAfter(now));
        if (!settled) {
            return List.of();
        }
        List<Watched> neverHeard =
                overdue.stream().filter(device -> !device.wasEverHeard()).toList();
        boolean apart = standing.contains(Silence.NEVER_HEARD) || neverHeard.size() >= MANY;
        if (!apart || neverHeard.isEmpty()) {
            return byLine(overdue, watched, standing);
        }
        List<Watched> heard = heard(watched);
        List<Silence> silences = new ArrayList<>(byLine(heard(overdue), heard, standing));
        silences.add(new Silence(Optional.of(Silence.NEVER_HEARD), neverHeard, watched.size() - heard.size()));
        return silences;
    }

    private static List<Watched> heard(Collection<Watched> devices) {
        return devices.stream().filter(Watched::wasEverHeard).toList();
    }

    private List<Silence> byLine(List<Watched> overdue, Collection<Watched> watched, Set<String> standing) {
        if (overdue.isEmpty()) {
            return List.of();
        }
        if (standing.contains(Silence.EVERYWHERE) || together(heard(overdue), heard(watched))) {
            return List.of(new Silence(Optional.of(Silence.EVERYWHERE), overdue, watched.size()));
        }
        return byNetwork(overdue, watched, standing);
    }

    private List<Silence> byNetwork(List<Watched> overdue, Collection<Watched> watched, Set<String> standing) {
        Map<String, List<Watched>> networks = new LinkedHashMap<>();
        List<Silence> silences = new ArrayList<>();
        List<Watched> scattered = new ArrayList<>();
        for (Watched device : overdue) {
            if (device.wasEverHeard()) {
                networks.computeIfAbsent(device.network(), network -> new ArrayList<>())
                        .add(device);
            } else {
                silences.add(alone(device));
            }
        }
        networks.forEach((network, silent) -> {
            List<Watched> there = watched.stream()
                    .filter(device -> network.equals(device.network()))
                    .toList();
            if (standing.contains(network) || together(silent, there)) {
                silences.add(new Silence(Optional.of(network), silent, there.size()));
            } else {
                scattered.addAll(silent);
            }
        });
        if (scattered.size() >= MANY) {
            silences.add(new Silence(Optional.of(Silence.SCATTERED), scattered, watched.size()));
        } else {
            scattered.forEach(device -> silences.add(alone(device)));
        }
        return silences;
    }

    private static Silence alone(Watched device) {
        return new Silence(Optional.empty(), List.of(device), 1);
    }

    private boolean together(List<Watched> overdue, Collection<Watched> there) {
        boolean atOnce = overdue.size() >= MANY && overdue.size() * 2 > there.size();
        return atOnce || (!overdue.isEmpty() && there.size() > EXPECTED && isQuiet(there));
    }

    /** Whether hardly anything has come for so long that much should have, if each device is heard once in its interval. */
    private boolean isQuiet(Collection<Watched> there) {
        Duration span = spanOfExpected(there);
        Instant since = now.minus(span).minusSeconds(Watched.COARSE_SECONDS);
        long heard = there.stream()
                .filter(device ->
                        device.lastHeardAt() != null && device.lastHeardAt().isAfter(since))
                .count();
        return heard <= SCARCE && !since.isBefore(listeningSince);
    }

    /** The shortest span within which {@value #EXPECTED} messages must come. */
    private static Duration spanOfExpected(Collection<Watched> there) {
        long low = 0;
        long high = LONGEST.toMillis();
        while (low < high) {
            long middle = (low + high) / 2;
            if (expected(there, middle) >= EXPECTED * WHOLE) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Duration.ofMillis(low);
    }

    /** In thousandths of a message. */
    private static long expected(Collection<Watched> there, long millis) {
        return there.stream()
                .mapToLong(device -> Math.min(WHOLE, millis / device.seconds()))
                .sum();
    }
}
