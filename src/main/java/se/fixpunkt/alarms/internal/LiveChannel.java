package se.fixpunkt.alarms.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.shared.OrganisationId;

/**
 * What is known of one organisation's unclosed alarms. It compares the state in the database with the state last seen:
 * times and ids of other nodes are not in commit order, versions of one alarm are. Used by one thread.
 */
final class LiveChannel {
    private static final Comparator<Alarm> QUEUE_ORDER = Comparator.comparingInt(Alarm::priority)
            .thenComparing(Alarm::receivedAt)
            .thenComparing(alarm -> alarm.id().value());

    private final OrganisationId organisation;
    private final QueueRepository queue;
    private final Map<AlarmId, Alarm> seen = new HashMap<>();

    LiveChannel(OrganisationId organisation, QueueRepository queue) {
        this.organisation = organisation;
        this.queue = queue;
    }

    /** Looks, and gives the alarms that are new, changed or closed since it looked last. */
    List<Alarm> look() {
        Map<AlarmId, Long> unclosed = queue.unclosed(organisation);
        Set<AlarmId> stale = new HashSet<>(seen.keySet());
        stale.removeAll(unclosed.keySet());
        unclosed.forEach((id, version) -> {
            Alarm known = seen.get(id);
            if (known == null || known.version() != version) {
                stale.add(id);
            }
        });
        List<Alarm> changed = new ArrayList<>(stale.isEmpty() ? List.of() : queue.alarms(organisation, stale));
        changed.sort(QUEUE_ORDER);
        seen.keySet().removeAll(stale);
        for (Alarm alarm : changed) {
            if (alarm.state() != AlarmState.CLOSED) {
                seen.put(alarm.id(), alarm);
            }
        }
        return changed;
    }

    /** Everything that was open or taken at the last look, in the queue's order. */
    List<Alarm> whole() {
        return seen.values().stream().sorted(QUEUE_ORDER).toList();
    }
}
