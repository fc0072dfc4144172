package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceFlooded;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.internal.AlarmsDamped.Damped;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.Standing;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.StandingAlarm;
import se.fixpunkt.shared.Texts;

/** The counters of floods: on the alarm in the queue, and on the one alarm that tells of the flood. */
@ApplicationScoped
class FloodCounts {
    private final StandingAlarms alarms;
    private final SystemAlarmRepository counters;
    private final Texts texts;
    private final Clock clock;
    private final Event<QueueChanged> pages;

    @Inject
    FloodCounts(
            StandingAlarms alarms,
            SystemAlarmRepository counters,
            Texts texts,
            Clock clock,
            Event<QueueChanged> pages) {
        this.alarms = alarms;
        this.counters = counters;
        this.texts = texts;
        this.clock = clock;
        this.pages = pages;
    }

    @Transactional
    @ActivateRequestContext
    void add(List<Damped> damped) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // In the order of their ids, in which every node locks them.
        Map<AlarmId, Integer> more = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        damped.stream()
                .filter(some -> some.head() != null)
                .forEach(some -> more.merge(some.head(), some.count(), Integer::sum));
        Map<String, Standing> floods =
                alarms.of(StandingAlarms.FLOOD).stream().collect(Collectors.toMap(Standing::key, Function.identity()));
        Map<String, List<Damped>> conditions = damped.stream().collect(Collectors.groupingBy(Damped::flood));
        conditions.forEach((condition, some) -> {
            Standing flood = floods.get(condition);
            if (flood == null) {
                raise(some.get(0), now);
            } else {
                more.merge(flood.alarm(), some.stream().mapToInt(Damped::count).sum(), Integer::sum);
            }
        });
        counters.count(more, now);
        pages.fire(new QueueChanged(more.keySet()));
    }

    /** The flood is over: its counters show what is stored. */
    int settle(Standing flood, Instant now) {
        Map<AlarmId, Integer> counted = StandingAlarms.isOfSite(flood.key())
                ? counters.countedAtSiteDuring(flood.alarm())
                : counters.countedDuring(flood.alarm());
        counters.correct(counted, now);
        return counted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void raise(Damped some, Instant now) {
        AlarmId id = AlarmId.next();
        boolean site = StandingAlarms.isOfSite(some.flood());
        alarms.raise(
                new StandingAlarm(
                        id,
                        some.organisation(),
                        some.device(),
                        AlarmKind.FLOOD,
                        AlarmKind.FLOOD.priority(),
                        texts.format(Texts.SWEDISH, site ? "alarms.flood.site" : "alarms.flood", some.limit()),
                        now,
                        some.flood()),
                new DeviceFlooded(id, some.organisation(), some.device(), site, some.limit(), now));
    }
}
