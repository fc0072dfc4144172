package se.fixpunkt.cluster.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the devices were told: each message that was sent, and when its acknowledgement came. Times are {@link System#nanoTime()}. */
final class SignalBook {
    private final Map<SignalName, Entry> entries = new ConcurrentHashMap<>();

    /**
     * One message of one device.
     *
     * @param reference the device's own number of the message: DC-09's sequence, SCAIP's {@code ref}
     */
    record SignalName(String identity, String reference) {}

    /** @param acknowledged 0 while no acknowledgement has come */
    record Entry(SignalName name, long firstSent, long acknowledged) {
        boolean isAcknowledged() {
            return acknowledged != 0;
        }
    }

    void sent(SignalName name, long at) {
        entries.putIfAbsent(name, new Entry(name, at, 0));
    }

    void acknowledged(SignalName name, long at) {
        entries.computeIfPresent(
                name, (same, entry) -> entry.isAcknowledged() ? entry : new Entry(same, entry.firstSent(), at));
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** For each device, how long after the moment its first message sent since then was acknowledged, in nanoseconds. */
    Map<String, Long> firstAcknowledgedAfter(long moment) {
        Map<String, Long> first = new HashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.firstSent() >= moment && entry.isAcknowledged()) {
                first.merge(entry.name().identity(), entry.acknowledged() - moment, Math::min);
            }
        }
        return first;
    }
}
