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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.AlarmRate;
import se.fixpunkt.alarms.domain.Priority;

/**
 * Damps a runaway device on the screen: beyond its limit an alarm is counted on the one of its kind and priority that waits in
 * the queue instead of standing beside it. So are alarms about equipment that many devices of one site raise at once, as when the
 * mains fail; an alarm about a person is never damped by another device. Every alarm is stored and in the journal all the
 * same, and an alarm of another kind, or of another priority, is never damped by it. Each node keeps its own rates, in memory, because only the
 * queue's looks depend on them. Used by the writers' threads. The counts themselves are written a moment later by the
 * {@link FloodTally}: rows that every batch would change would make batches and nodes wait for one another.
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

    /**
     * Alarms that look alike in the queue. Of one kind they may be of several priorities: an administrator gives codes theirs, and
     * a webhook each message. A life alarm must not be counted on a row that can wait.
     *
     * @param flood the condition that the alarms of this device or site would belong to, see {@link StandingAlarms}
     */
    private record Source(String flood, AlarmKind kind, Priority priority) {}

    /** A flow that an alarm belongs to, and how much of it is shown. */
    private record Damper(Flow flow, String flood, int limit) {
        /** One more alarm of it; a site is damped only when several devices are heard, one alone has a limit of its own. */
        private boolean damps(AlarmRaised alarm) {
            boolean several = flow.isOfSeveral(alarm) || !StandingAlarms.isOfSite(flood);
            boolean exceeds = flow.rate.exceeds(limit, alarm.receivedAt());
            return several && exceeds && flow.head != null;
        }
    }

    private record Head(Damper damper, AlarmId alarm) {}

    private static final class Flow {
        private final AlarmRate rate = new AlarmRate();
        private DeviceId latest;
        /** When last an alarm came from another device than the one before it. */
        private Instant changed = Instant.MIN;
        /** The alarm in the queue that others are counted on; null before the first. */
        private AlarmId head;

        private Instant headSince;

        private boolean isOfSeveral(AlarmRaised alarm) {
            if (latest != null && !latest.equals(alarm.device())) {
                changed = alarm.receivedAt();
            }
            latest = alarm.device();
            return alarm.receivedAt().minus(AlarmRate.SPAN).isBefore(changed);
        }

        private void isHeadedBy(AlarmRaised alarm) {
            head = alarm.alarm();
            headSince = alarm.receivedAt();
        }
    }

    /** @return which of the alarms are counted, and on which one; the others stand in the queue */
    synchronized Map<AlarmId, AlarmId> damp(Collection<AlarmRaised> raised, Map<DeviceId, Standing> standings) {
        Set<AlarmId> newHeads = new HashSet<>();
        Map<Head, List<AlarmRaised>> onHeads = new LinkedHashMap<>();
        for (AlarmRaised alarm : raised) {
            List<Damper> dampers = dampers(alarm, standings.get(alarm.device()));
            Optional<Damper> damping =
                    dampers.stream().filter(damper -> damper.damps(alarm)).findFirst();
            if (damping.isPresent()) {
                Head head = new Head(damping.get(), damping.get().flow().head);
                onHeads.computeIfAbsent(head, first -> new ArrayList<>()).add(alarm);
            } else {
                dampers.forEach(damper -> damper.flow().isHeadedBy(alarm));
                newHeads.add(alarm.alarm());
            }
        }
        Set<AlarmId> inThisBatch = raised.stream().map(AlarmRaised::alarm).collect(Collectors.toSet());
        Set<AlarmId> earlier = onHeads.keySet().stream()
                .map(Head::alarm)
                .filter(head -> !inThisBatch.contains(head))
                .collect(Collectors.toSet());
        Map<AlarmId, AlarmState> states = signals.states(earlier);
        Map<AlarmId, AlarmId> counted = new HashMap<>();
        List<AlarmsDamped.Damped> damped = new ArrayList<>();
        onHeads.forEach((head, some) -> {
            AlarmState state = states.get(head.alarm());
            if (inThisBatch.contains(head.alarm())) {
                some.forEach(alarm -> counted.put(alarm.alarm(), head.alarm()));
                damped.add(damped(some, head.damper(), null));
            } else if (state != null && state != AlarmState.CLOSED) {
                some.forEach(alarm -> counted.put(alarm.alarm(), head.alarm()));
                damped.add(damped(some, head.damper(), head.alarm()));
            } else {
                newHeads.add(standIn(some, head.damper().flow(), counted, state == null));
            }
        });
        tally.fire(new AlarmsDamped(newHeads, damped));
        return counted;
    }

    /** Its device's own first: what that damps is no news of the site. */
    private List<Damper> dampers(AlarmRaised alarm, Standing standing) {
        Damper own = damper(alarm, StandingAlarms.floodOf(alarm.device()), limit(standing));
        boolean mayBeDampedByOthers = standing != null
                && standing.site() != null
                && alarm.kind().isAboutEquipment()
                && alarm.priority().compareTo(Priority.URGENT) > 0;
        return mayBeDampedByOthers
                ? List.of(own, damper(alarm, StandingAlarms.floodAt(standing.site()), AlarmRate.SITE_LIMIT))
                : List.of(own);
    }

    private Damper damper(AlarmRaised alarm, String flood, int limit) {
        Source source = new Source(flood, alarm.kind(), alarm.priority());
        return new Damper(flows.computeIfAbsent(source, first -> new Flow()), flood, limit);
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
    private static AlarmId standIn(List<AlarmRaised> some, Flow flow, Map<AlarmId, AlarmId> counted, boolean unseen) {
        AlarmRaised first = some.get(0);
        boolean young = first.receivedAt().isBefore(flow.headSince.plus(YOUNG));
        if (!unseen || !young) {
            flow.isHeadedBy(first);
        }
        some.stream().skip(1).forEach(alarm -> counted.put(alarm.alarm(), first.alarm()));
        return first.alarm();
    }

    private static AlarmsDamped.Damped damped(List<AlarmRaised> some, Damper damper, AlarmId earlierHead) {
        AlarmRaised first = some.get(0);
        return new AlarmsDamped.Damped(
                first.organisation(), first.device(), damper.flood(), damper.limit(), earlierHead, some.size());
    }

    private static int limit(Standing standing) {
        return standing == null || standing.alarmLimit() == null ? AlarmRate.USUAL_LIMIT : standing.alarmLimit();
    }
}
