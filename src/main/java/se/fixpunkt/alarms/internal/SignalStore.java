package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceKeyReplaced;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.internal.KnownSenders.Known;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.DomainEvents;
import se.fixpunkt.shared.TimeOrderedId;

/** One transaction for many messages. Repeatable as a whole: an attempt that was rolled back leaves nothing behind. */
@ApplicationScoped
class SignalStore {
    private final SignalRepository signals;
    private final KnownSenders senders;
    private final Supervision supervision;
    private final Floods floods;
    private final Clock clock;
    private final Event<DomainEvents> journal;
    private final Event<QueueChanged> pages;
    private final Event<Refusals> strangers;
    private final Event<BatchWritten> written;
    private final CommitTimes times;
    private final RefusalRate refusals = new RefusalRate();

    @Inject
    SignalStore(
            SignalRepository signals,
            KnownSenders senders,
            Supervision supervision,
            Floods floods,
            Clock clock,
            Event<DomainEvents> journal,
            Event<QueueChanged> pages,
            Event<Refusals> strangers,
            Event<BatchWritten> written,
            CommitTimes times) {
        this.signals = signals;
        this.senders = senders;
        this.supervision = supervision;
        this.floods = floods;
        this.clock = clock;
        this.journal = journal;
        this.pages = pages;
        this.strangers = strangers;
        this.written = written;
        this.times = times;
    }

    /**
     * @param overheard what is written down along with them
     * @return the receipts, in the order of the arrivals
     */
    @Transactional
    @ActivateRequestContext
    List<Receipt> store(List<Arrival> arrivals, List<Overheard> overheard) {
        Map<DeviceIdentity, Known> known =
                senders.of(Stream.concat(arrivals.stream().map(Arrival::identity), identities(overheard))
                        .toList());
        Map<DeviceId, Standing> standings = new HashMap<>();
        known.values().forEach(one -> standings.put(one.sender().device(), one.standing()));
        Instant now = clock.instant();
        Batch batch = new Batch(signals, refusals, device -> isOnTest(standings.get(device), now), now);
        List<Receipt> receipts = batch.understand(arrivals, known);
        signals.addProofs(batch.newProofs());
        UUID commit = TimeOrderedId.next();
        signals.addSignals(batch.newSignals(), commit);
        signals.addAlarms(batch.alarms(), floods.damp(batch.alarms(), standings), batch.now());
        List<LoggedExchange> exchanges = new ArrayList<>(batch.exchanges());
        exchanges.addAll(logged(overheard, known));
        signals.addExchanges(exchanges, commit);
        supervision.heard(batch.heard(), batch.newSignals(), standings, batch.now());
        suspect(exchanges);
        signals.replaceKeys(batch.usedKeys().keySet());
        batch.givenKeys().forEach((device, key) -> signals.giveKey(device, senders.sealed(device, key)));
        tell(batch.alarms());
        if (!batch.usedKeys().isEmpty()) {
            journal.fire(new DomainEvents(batch.usedKeys().entrySet().stream()
                    .<DomainEvent>map(used -> new DeviceKeyReplaced(used.getValue(), used.getKey()))
                    .toList()));
        }
        List<IntakeCommit> earlier = times.due();
        written.fire(new BatchWritten(commit, arrivals.size(), earlier));
        signals.addCommits(earlier);
        return receipts;
    }

    @Transactional
    void keep(List<Overheard> overheard) {
        List<LoggedExchange> exchanges =
                logged(overheard, senders.of(identities(overheard).toList()));
        signals.addExchanges(exchanges, null);
        suspect(exchanges);
    }

    private static Stream<DeviceIdentity> identities(List<Overheard> overheard) {
        return overheard.stream().flatMap(one -> one.identity().stream());
    }

    private static List<LoggedExchange> logged(List<Overheard> overheard, Map<DeviceIdentity, Known> known) {
        return overheard.stream()
                .map(one ->
                        LoggedExchange.of(one, one.identity().map(known::get).map(Known::sender)))
                .toList();
    }

    private static boolean isOnTest(Standing device, Instant now) {
        return device != null && device.isOnTest(now);
    }

    private void suspect(Collection<LoggedExchange> exchanges) {
        List<LoggedExchange> suspicious =
                exchanges.stream().filter(Suspicions::concerns).toList();
        if (!suspicious.isEmpty()) {
            strangers.fire(new Refusals(suspicious));
        }
    }

    /** Whether there are commits whose time is not written down. */
    boolean hasCommits() {
        return !times.isEmpty();
    }

    /** For times when no batch comes along that would take them. */
    @Transactional
    void keepCommits() {
        List<IntakeCommit> through = times.take();
        written.fire(new BatchWritten(null, 0, through));
        signals.addCommits(through);
    }

    private void tell(Collection<AlarmRaised> alarms) {
        if (!alarms.isEmpty()) {
            journal.fire(new DomainEvents(List.copyOf(alarms)));
            pages.fire(new QueueChanged(alarms.stream().map(AlarmRaised::alarm).collect(Collectors.toSet())));
        }
    }
}
