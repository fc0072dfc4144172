package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.AlarmState;
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
    /** Longer than a batch is under way. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

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

        private Instant headSince;

        private void isHeadedBy(AlarmRaised alarm) {
            head = alarm.alarm();
            headSince = alarm.receivedAt();
        }
    }

    /** @return which of the alarms are counted, and on which one; the others stand in the queue */
    synchronized Map<AlarmId, AlarmId> damp(Collection<AlarmRaised> raised, Map<DeviceId, Standing> standings) {
        Set<AlarmId> newHeads = new HashSet<>();
        Map<AlarmId, List<AlarmRaised>> onHeads = new LinkedHashMap<>();
        for (AlarmRaised alarm : raised) {
            Flow flow = flows.computeIfAbsent(new Source(alarm.device(), alarm.kind()), source -> new Flow());
            boolean damped = flow.rate.exceeds(limit(standings.get(alarm.device())), alarm.receivedAt());
            if (damped && flow.head != null) {
                onHeads.computeIfAbsent(flow.head, head -> new ArrayList<>()).add(alarm);
            } else {
                flow.isHeadedBy(alarm);
                newHeads.add(flow.head);
            }
        }
        Set<AlarmId> inThisBatch = raised.stream().map(AlarmRaised::alarm).collect(Collectors.toSet());
        Set<AlarmId> earlier = onHeads.keySet().stream()
                .filter(head -> !inThisBatch.contains(head))
                .collect(Collectors.toSet());
        Map<AlarmId, AlarmState> states = signals.states(earlier);
        Map<AlarmId, AlarmId> counted = new HashMap<>();
        List<AlarmsDamped.Damped> damped = new ArrayList<>();
        onHeads.forEach((head, some) -> {
            AlarmState state = states.get(head);
            if (inThisBatch.contains(head)) {
                some.forEach(alarm -> counted.put(alarm.alarm(), head));
                damped.add(damped(some, standings, null));
            } else if (state != null && state != AlarmState.CLOSED) {
                some.forEach(alarm -> counted.put(alarm.alarm(), head));
                damped.add(damped(some, standings, head));
            } else {
                newHeads.add(standIn(some, counted, state == null));
            }
        });
        tally.fire(new AlarmsDamped(newHeads, damped));
        return counted;
    }

    /** What would head others was not stored: the next one does. */
    synchronized void rolledBack(@Observes(during = TransactionPhase.AFTER_FAILURE) AlarmsDamped batch) {
        flows.values().stream()
                .filter(flow -> flow.head != null && batch.newHeads().contains(flow.head))
                .forEach(flow -> flow.head = null);
    }

    /**
     * The one that they would be counted on is closed, or never was stored: the first of them takes its place. A young one may be in
     * another batch that this one cannot see yet: then the first of them stands beside it, so that whatever happens one is seen.
     *
     * @return the first of them
     */
    private AlarmId standIn(List<AlarmRaised> some, Map<AlarmId, AlarmId> counted, boolean unseen) {
        AlarmRaised first = some.get(0);
        Flow flow = flows.get(new Source(first.device(), first.kind()));
        boolean young = first.receivedAt().isBefore(flow.headSince.plus(YOUNG));
        if (!unseen || !young) {
            flow.isHeadedBy(first);
        }
        some.stream().skip(1).forEach(alarm -> counted.put(alarm.alarm(), first.alarm()));
        return first.alarm();
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
