package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.AlarmRate;

/**
 * Damps a runaway device on the screen: beyond its limit an alarm is counted on the one of its kind that waits in the queue
 * instead of standing beside it. Every alarm is stored and in the journal all the same, and an alarm of another kind is
 * never damped by it. Each node keeps its own rates, in memory, because only the queue's looks depend on them. Used by the
 * writers' threads. The counts themselves are written a moment later by the {@link FloodTally}: rows that every batch would
 * change would make batches and nodes wait for one another.
 */
@ApplicationScoped
class Floods {
    private static final int REMEMBERED = 20_000;

    private final SignalRepository signals;
    private final Event<AlarmsDamped> tally;
    private final Map<Source, Flow> flows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Flow> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    Floods(SignalRepository signals, Event<AlarmsDamped> tally) {
        this.signals = signals;
        this.tally = tally;
    }

    private record Source(DeviceId device, AlarmKind kind) {}

    private static final class Flow {
        private final AlarmRate rate = new AlarmRate();
        /** The alarm in the queue that others are counted on; null before the first. */
        private AlarmId head;
    }

    /** @return which of the alarms are counted, and on which one; the others stand in the queue */
    synchronized Map<AlarmId, AlarmId> damp(Collection<AlarmRaised> raised, Map<DeviceId, Standing> standings) {
        Map<AlarmId, List<AlarmRaised>> onHeads = new LinkedHashMap<>();
        for (AlarmRaised alarm : raised) {
            Flow flow = flows.computeIfAbsent(new Source(alarm.device(), alarm.kind()), source -> new Flow());
            boolean damped = flow.rate.exceeds(limit(standings.get(alarm.device())), alarm.receivedAt());
            if (damped && flow.head != null) {
                onHeads.computeIfAbsent(flow.head, head -> new ArrayList<>()).add(alarm);
            } else {
                flow.head = alarm.alarm();
            }
        }
        if (onHeads.isEmpty()) {
            return Map.of();
        }
        Set<AlarmId> inThisBatch = raised.stream().map(AlarmRaised::alarm).collect(Collectors.toSet());
        Set<AlarmId> earlier = onHeads.keySet().stream()
                .filter(head -> !inThisBatch.contains(head))
                .collect(Collectors.toSet());
        Set<AlarmId> waiting = signals.waiting(earlier);
        Map<AlarmId, AlarmId> counted = new HashMap<>();
        List<AlarmsDamped.Damped> damped = new ArrayList<>();
        onHeads.forEach((head, some) -> {
            if (inThisBatch.contains(head) || waiting.contains(head)) {
                some.forEach(alarm -> counted.put(alarm.alarm(), head));
                damped.add(damped(some, standings, waiting.contains(head) ? head : null));
            } else {
                stepIn(some, counted);
            }
        });
        tally.fire(new AlarmsDamped(damped));
        return counted;
    }

    /** The one that they would be counted on is closed, or never was stored: the first of them takes its place. */
    private void stepIn(List<AlarmRaised> some, Map<AlarmId, AlarmId> counted) {
        AlarmRaised first = some.get(0);
        flows.get(new Source(first.device(), first.kind())).head = first.alarm();
        some.stream().skip(1).forEach(alarm -> counted.put(alarm.alarm(), first.alarm()));
    }

    private static AlarmsDamped.Damped damped(
            List<AlarmRaised> some, Map<DeviceId, Standing> standings, AlarmId earlierHead) {
        AlarmRaised first = some.get(0);
        return new AlarmsDamped.Damped(
                first.organisation(), first.device(), limit(standings.get(first.device())), earlierHead, some.size());
    }

    private static int limit(Standing standing) {
        return standing == null || standing.alarmLimit() == null ? AlarmRate.USUAL_LIMIT : standing.alarmLimit();
    }
}
