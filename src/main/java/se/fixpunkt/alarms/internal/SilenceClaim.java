package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.CommunicationFailed;
import se.fixpunkt.alarms.DeviceFellSilent;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.SystemAlarmRaised;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Silence;
import se.fixpunkt.alarms.domain.SilenceJudge;
import se.fixpunkt.alarms.domain.Watched;
import se.fixpunkt.alarms.internal.ReceptionWatchRepository.Watch;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.Standing;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.StandingAlarm;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.DomainEvents;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;

/**
 * The steps of supervision, each a transaction that any number of nodes may try at once: the conditional update in it, or
 * the unique key of the alarm's condition, lets one of them through.
 */
@ApplicationScoped
class SilenceClaim {
    /** Shorter than this nobody can have missed anything that supervision would notice. */
    static final Duration BREAK = Duration.ofSeconds(20);

    /** A break that people must know of, rather than a node that was started anew. */
    private static final Duration OUTAGE = Duration.ofSeconds(60);

    private static final int LISTED = 60;

    private final SilenceRepository devices;
    private final ReceptionWatchRepository watches;
    private final StandingAlarms alarms;
    private final Texts texts;
    private final Event<DomainEvents> journal;

    @Inject
    SilenceClaim(
            SilenceRepository devices,
            ReceptionWatchRepository watches,
            StandingAlarms alarms,
            Texts texts,
            Event<DomainEvents> journal) {
        this.devices = devices;
        this.watches = watches;
        this.alarms = alarms;
        this.texts = texts;
        this.journal = journal;
    }

    /**
     * This node listens. After a break that nobody listened in, everybody's supervision begins anew.
     *
     * @return since when somebody has listened without a break
     */
    @Transactional
    @ActivateRequestContext
    Instant listening(Instant now) {
        Watch was = watches.now();
        if (!now.isAfter(was.seenAt())) {
            return was.listeningSince();
        }
        boolean broken = was.seenAt().plus(BREAK).isBefore(now);
        Instant since = broken ? now : was.listeningSince();
        if (watches.seen(was, since, now) && was.seenAt().plus(OUTAGE).isBefore(now)) {
            watches.watching().forEach(organisation -> outage(organisation, was.seenAt(), now));
        }
        return since;
    }

    private void outage(OrganisationId organisation, Instant from, Instant now) {
        String text = texts.format(Texts.SWEDISH, "alarms.outage", SwedishTime.moment(from), SwedishTime.moment(now));
        String key = StandingAlarms.OWN + "outage/" + organisation + "/" + from;
        raiseSystem(organisation, key, text, now);
        alarms.over(key, texts.format(Texts.SWEDISH, "alarms.outage.over", SwedishTime.moment(now)));
    }

    /** One device by itself. */
    @Transactional
    @ActivateRequestContext
    void alone(OrganisationId organisation, Watched device, Instant now) {
        AlarmId alarm = AlarmId.next();
        if (!devices.claim(device, alarm, now)) {
            return;
        }
        String text = device.lastHeardAt() == null
                ? texts.text(Texts.SWEDISH, "alarms.silence.never")
                : texts.format(Texts.SWEDISH, "alarms.silence.since", SwedishTime.moment(device.lastHeardAt()));
        alarms.raise(
                new StandingAlarm(
                        alarm,
                        organisation,
                        device.device(),
                        AlarmKind.SILENCE,
                        AlarmKind.SILENCE.priority(),
                        text,
                        now,
                        StandingAlarms.silenceOf(device.device())),
                new CommunicationFailed(alarm, organisation, device.device(), device.lastHeardAt(), now));
    }

    /**
     * Some of many: they become one alarm, or join the one there is.
     *
     * @param from the first of the silent devices in this part
     * @param to the first that is not in it any more
     */
    @Transactional
    @ActivateRequestContext
    void together(OrganisationId organisation, Silence silence, int from, int to, Instant now) {
        List<Watched> some = silence.devices().subList(from, to);
        int rest = silence.outOf() - from;
        String scope = silence.scope().orElseThrow();
        String key = scopeKey(organisation, scope);
        Standing standing =
                inSight(organisation, key, text(scope, silence.devices().size(), rest), now);
        List<DeviceId> claimed = new ArrayList<>();
        for (Watched device : some) {
            if (devices.claim(device, standing.alarm(), now)) {
                claimed.add(device.device());
            }
        }
        if (claimed.isEmpty()) {
            return;
        }
        long all = standing.count() + claimed.size();
        alarms.count(standing.alarm(), claimed.size(), text(scope, all, rest + standing.count()));
        alarms.note(standing, list(claimed));
        journal.fire(new DomainEvents(claimed.stream()
                .<DomainEvent>map(
                        device -> new DeviceFellSilent(organisation, device, standing.alarm(), lastHeard(some, device)))
                .toList()));
    }

    /** The scope's alarm; one that operators have closed hands its silent devices on to a new one, which they do see. */
    private Standing inSight(OrganisationId organisation, String key, String text, Instant now) {
        Optional<Standing> last = alarms.standing(key);
        if (last.isPresent() && !last.get().closed()) {
            return last.get();
        }
        last.ifPresent(alarms::leave);
        Standing next = raiseSystem(organisation, key, text, now);
        if (last.isEmpty()) {
            return next;
        }
        alarms.count(next.alarm(), devices.handOver(last.get().alarm(), next.alarm()), null);
        return alarms.current(key).orElseThrow();
    }

    /** A scope is well again when hardly anything of it is silent; what is, becomes a case of its own. */
    @Transactional
    @ActivateRequestContext
    void recover(Standing standing, Instant now) {
        long silent = devices.silentWith(standing.alarm());
        boolean few = silent < SilenceJudge.MANY && silent * 4 < standing.count();
        if (silent == 0 || few) {
            devices.release(standing.alarm(), now);
            boolean neverHeard = standing.key().equals(scopeKey(standing.organisation(), Silence.NEVER_HEARD));
            String over = neverHeard ? "alarms.scope.never.over" : "alarms.scope.over";
            String note =
                    silent == 0 ? texts.text(Texts.SWEDISH, over + ".all") : texts.format(Texts.SWEDISH, over, silent);
            alarms.over(standing.key(), note);
        }
    }

    static String scopeKey(OrganisationId organisation, String scope) {
        return StandingAlarms.SCOPE + organisation + "/" + scope;
    }

    private Standing raiseSystem(OrganisationId organisation, String key, String text, Instant now) {
        SystemAlarmRaised raised =
                new SystemAlarmRaised(AlarmId.next(), organisation, new SystemCondition(key, true, text), now);
        alarms.raise(
                new StandingAlarm(
                        raised.alarm(),
                        organisation,
                        null,
                        AlarmKind.SYSTEM,
                        raised.condition().priority(),
                        text,
                        now,
                        key),
                raised);
        return alarms.current(key).orElseThrow();
    }

    private String text(String scope, long silent, long outOf) {
        return switch (scope) {
            case Silence.EVERYWHERE, Silence.SCATTERED ->
                texts.format(Texts.SWEDISH, "alarms.scope.everywhere", silent, outOf);
            case Silence.NEVER_HEARD -> texts.format(Texts.SWEDISH, "alarms.scope.never", silent);
            default -> texts.format(Texts.SWEDISH, "alarms.scope.network", silent, outOf, scope);
        };
    }

    private String list(List<DeviceId> claimed) {
        Map<DeviceId, String> names = devices.names(claimed);
        StringBuilder list = new StringBuilder(texts.format(Texts.SWEDISH, "alarms.scope.list", claimed.size()));
        claimed.stream().limit(LISTED).forEach(device -> list.append('\n')
                .append(shortened(names.getOrDefault(device, device.toString()))));
        return claimed.size() <= LISTED ? list.toString() : list.append("\n…").toString();
    }

    private static String shortened(String name) {
        return name.length() <= LISTED ? name : name.substring(0, LISTED - 1) + "…";
    }

    private static Instant lastHeard(List<Watched> some, DeviceId device) {
        return some.stream()
                .filter(one -> one.device().equals(device))
                .findFirst()
                .map(Watched::lastHeardAt)
                .orElse(null);
    }
}
