package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.SystemAlarmRaised;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.alarms.WrongKeyUsed;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.Standing;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.StandingAlarm;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;

/** Tells people of strangers: who may want to be adopted, and who pretends to be a device. */
@ApplicationScoped
@Transactional
@ActivateRequestContext
class SuspicionDesk {
    /** As many as somebody could want to adopt; of more the oldest go. */
    private static final int KEPT = 2_000;

    /** After so long without a try the next one is a new alarm. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final UnknownSenderRepository senders;
    private final StateRepository states;
    private final StandingAlarms alarms;
    private final Texts texts;
    private final Clock clock;
    private final Event<DomainEvent> journal;

    @Inject
    SuspicionDesk(
            UnknownSenderRepository senders,
            StateRepository states,
            StandingAlarms alarms,
            Texts texts,
            Clock clock,
            Event<DomainEvent> journal) {
        this.senders = senders;
        this.states = states;
        this.alarms = alarms;
        this.texts = texts;
        this.clock = clock;
        this.journal = journal;
    }

    void strangers(Map<DeviceIdentity, Suspicion> seen) {
        seen.forEach(senders::seen);
        senders.keepNewest(KEPT);
    }

    void wrongKey(DeviceId device, Suspicion suspicion) {
        states.standing(device).ifPresent(standing -> wrongKey(standing, suspicion));
    }

    private void wrongKey(se.fixpunkt.alarms.internal.Standing device, Suspicion suspicion) {
        OrganisationId organisation = device.organisation();
        journal.fire(new WrongKeyUsed(
                organisation,
                device.device(),
                suspicion.messages(),
                suspicion.peer(),
                suspicion.verdict(),
                suspicion.lastAt()));
        String key = StandingAlarms.wrongKeyOf(device.device());
        Optional<Standing> standing = alarms.standing(key);
        if (standing.isPresent()) {
            alarms.count(standing.get().alarm(), suspicion.messages(), null);
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = texts.format(Texts.SWEDISH, "alarms.wrong-key", suspicion.peer());
        SystemAlarmRaised raised =
                new SystemAlarmRaised(AlarmId.next(), organisation, new SystemCondition(key, true, text), now);
        boolean first = alarms.raise(
                new StandingAlarm(
                        raised.alarm(),
                        organisation,
                        device.device(),
                        AlarmKind.SECURITY,
                        AlarmKind.SECURITY.priority(),
                        text,
                        now,
                        key),
                raised);
        long more = first ? suspicion.messages() - 1 : suspicion.messages();
        if (more > 0) {
            alarms.current(key).ifPresent(other -> alarms.count(other.alarm(), more, null));
        }
    }

    void endWrongKeys() {
        Instant quiet = clock.instant().minus(QUIET);
        alarms.of(StandingAlarms.WRONG_KEY).stream()
                .filter(standing -> standing.changedAt().isBefore(quiet))
                .forEach(standing -> alarms.over(standing.key(), texts.text(Texts.SWEDISH, "alarms.wrong-key.over")));
    }
}
