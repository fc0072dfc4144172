package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceReturned;
import se.fixpunkt.alarms.domain.Condition;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.DomainEvents;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;

/**
 * What becomes of devices that are heard. A few statements in the commit of the messages themselves, and only for what has
 * changed: a device that was heard a moment ago is not written again.
 */
@ApplicationScoped
class Supervision {
    private final StateRepository states;
    private final StandingAlarms alarms;
    private final Texts texts;
    private final Clock clock;
    private final Event<DomainEvents> journal;

    @Inject
    Supervision(StateRepository states, StandingAlarms alarms, Texts texts, Clock clock, Event<DomainEvents> journal) {
        this.states = states;
        this.alarms = alarms;
        this.texts = texts;
        this.clock = clock;
        this.journal = journal;
    }

    /** Messages of these devices were accepted. */
    void heard(Map<DeviceId, Arrival> heard, List<NewSignal> signals, Map<DeviceId, Standing> standings, Instant now) {
        List<DeviceId> news = new ArrayList<>();
        Map<DeviceId, String> moved = new HashMap<>();
        heard.forEach((device, arrival) -> {
            Standing standing = standings.get(device);
            if (standing != null && standing.isNews(arrival.peer(), now)) {
                if (!standing.written()) {
                    states.watch(standing.organisation(), device, standing.watchedSeconds(), null, now);
                }
                news.add(device);
                if (!standing.isFrom(arrival.peer())) {
                    moved.put(device, arrival.peer());
                }
            }
        });
        if (!news.isEmpty()) {
            written(states.locked(news), moved, standings, now);
        }
        states.conditions(conditions(signals, standings));
    }

    private void written(
            List<Standing.Silent> free, Map<DeviceId, String> moved, Map<DeviceId, Standing> standings, Instant now) {
        if (free.isEmpty()) {
            return;
        }
        List<DeviceId> devices = free.stream().map(Standing.Silent::device).toList();
        states.heard(devices, now);
        moved.keySet().retainAll(devices);
        states.moved(moved);
        List<DomainEvent> returned = new ArrayList<>();
        for (Standing.Silent device : free) {
            if (device.since() != null) {
                OrganisationId organisation = standings.get(device.device()).organisation();
                returned.add(new DeviceReturned(organisation, device.device(), device.since(), now));
                alarms.over(
                        StandingAlarms.silenceOf(device.device()), texts.text(Texts.SWEDISH, "alarms.silence.over"));
            }
        }
        if (!returned.isEmpty()) {
            journal.fire(new DomainEvents(returned));
        }
    }

    private static Map<DeviceId, DeviceCondition> conditions(
            Collection<NewSignal> signals, Map<DeviceId, Standing> standings) {
        Map<DeviceId, DeviceCondition> now = new HashMap<>();
        for (NewSignal signal : signals) {
            DeviceId device = signal.sender().device();
            Standing standing = standings.get(device);
            if (standing != null) {
                DeviceCondition was = now.getOrDefault(device, standing.condition());
                now.put(device, Condition.after(was, signal.accepted().signal()));
            }
        }
        now.entrySet().removeIf(one -> one.getValue()
                .equals(standings.get(one.getKey()).condition()));
        return now;
    }

    /** The device's entry in the register changed: it is watched otherwise, from now on. */
    void changed(OrganisationId organisation, Device was, Device is) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant pause = is.settings().silenceAllowedUntil();
        boolean same = Objects.equals(was.supervisionSeconds(), is.supervisionSeconds())
                && Objects.equals(was.settings().silenceAllowedUntil(), pause);
        if (same) {
            return;
        }
        states.watch(organisation, is.id(), is.supervisionSeconds(), pause, now);
        boolean mayBeSilent = is.supervisionSeconds() == null || (pause != null && pause.isAfter(now));
        if (is.condition().silentSince() != null && mayBeSilent) {
            states.release(is.id(), now);
            alarms.over(StandingAlarms.silenceOf(is.id()), texts.text(Texts.SWEDISH, "alarms.silence.released"));
        }
    }
}
