package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Proof;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.SignalId;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.internal.KnownSenders.Known;
import se.fixpunkt.shared.OrganisationId;

/**
 * What one attempt to store a batch comes to. The first signal with a repeat key is stored under that key. When the device
 * begins its references anew, or is another one with the same identity, the next one is stored under the key with the id of the
 * one before it: two nodes that see the same past make the same key, and the unique index lets one of them through.
 */
final class Batch {
    private static final Logger LOG = Logger.getLogger(Batch.class.getName());
    /** An alarm that took longer than this on its way is shown as late. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private static final String ROUND = "~";

    private final SignalRepository repository;
    private final RefusalRate refusals;
    private final Predicate<DeviceId> onTest;
    private final Instant now;
    private final Map<String, StoredReceipt> answered = new HashMap<>();
    /** Repeat keys whose newest round is the one in {@link #answered}. */
    private final Set<String> newest = new HashSet<>();

    private final Map<String, String> usedProofs = new HashMap<>();
    private final List<NewProof> newProofs = new ArrayList<>();
    private final List<NewSignal> newSignals = new ArrayList<>();
    private final List<AlarmRaised> alarms = new ArrayList<>();
    private final List<LoggedExchange> exchanges = new ArrayList<>();
    private final Map<DeviceId, Arrival> heard =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

    private final Map<DeviceId, OrganisationId> usedKeys =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    private final Map<DeviceId, Bytes> givenKeys =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

    Batch(SignalRepository repository, RefusalRate refusals, Predicate<DeviceId> onTest, Instant now) {
        this.repository = repository;
        this.refusals = refusals;
        this.onTest = onTest;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    Instant now() {
        return now;
    }

    /** A proof that is used for the first time, and the repeat key that it vouches for. */
    record NewProof(Proof proof, String repeatKey) {}

    List<NewProof> newProofs() {
        return newProofs;
    }

    List<NewSignal> newSignals() {
        return newSignals;
    }

    List<AlarmRaised> alarms() {
        return alarms;
    }

    /** What made no new signal. */
    List<LoggedExchange> exchanges() {
        return exchanges;
    }

    /** The last accepted message of each device, in the order of their ids, in which everybody locks them. */
    Map<DeviceId, Arrival> heard() {
        return heard;
    }

    /** Devices that have used the keys they were given, with their organisations; in the order of their ids. */
    Map<DeviceId, OrganisationId> usedKeys() {
        return usedKeys;
    }

    /** Keys that devices are given, in the order of their ids. */
    Map<DeviceId, Bytes> givenKeys() {
        return givenKeys;
    }

    List<Receipt> understand(List<Arrival> arrivals, Map<DeviceIdentity, Known> known) {
        List<Interpretation> interpretations = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            interpretations.add(interpret(arrival, sender(known, arrival)));
        }
        answered.putAll(repository.answered(repeatKeys(interpretations)));
        usedProofs.putAll(repository.usedProofs(proofs(interpretations)));
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Sender sender = sender(known, arrivals.get(i)).orElse(null);
            receipts.add(answer(arrivals.get(i), sender, interpretations.get(i)));
        }
        return receipts;
    }

    private static Optional<Sender> sender(Map<DeviceIdentity, Known> known, Arrival arrival) {
        return Optional.ofNullable(known.get(arrival.identity())).map(Known::sender);
    }

    /** A receiver that fails on one message must not take the batch with it. */
    private static Interpretation interpret(Arrival arrival, Optional<Sender> sender) {
        try {
            return arrival.interpreter().interpret(sender);
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, failed, () -> "A message of " + arrival.identity() + " could not be interpreted");
            return new Refused("failed", "", List.of());
        }
    }

    private static Collection<String> proofs(List<Interpretation> interpretations) {
        return interpretations.stream()
                .filter(Accepted.class::isInstance)
                .flatMap(one -> ((Accepted) one).proof().stream())
                .map(Proof::value)
                .distinct()
                .toList();
    }

    /**
     * A heartbeat changes what is known of the device and nothing else, so that answering it twice does no harm; that it came
     * stands in the conversation log. One with a proof is stored like any message: the proof must be good for it only.
     */
    private static boolean isStateOnly(Accepted accepted) {
        return accepted.signal().kind() == SignalKind.HEARTBEAT
                && accepted.proof().isEmpty()
                && accepted.keys().given().isEmpty();
    }

    private static Collection<String> repeatKeys(List<Interpretation> interpretations) {
        return interpretations.stream()
                .filter(one -> one instanceof Accepted accepted && !isStateOnly(accepted))
                .map(one -> ((Accepted) one).signal().repeat())
                .flatMap(repeat -> Stream.concat(Stream.of(repeat.value()), repeat.undoneBy().stream()))
                .distinct()
                .toList();
    }

    private Receipt answer(Arrival arrival, Sender sender, Interpretation interpretation) {
        if (interpretation instanceof Accepted accepted && sender != null) {
            Optional<Proof> used = accepted.proof()
                    .filter(proof -> !vouches(proof, accepted.signal().repeat().value()));
            if (used.isPresent()) {
                return refuse(arrival, sender, used.get().whenUsed());
            }
            heard.put(sender.device(), arrival);
            if (accepted.keys().used()) {
                usedKeys.put(sender.device(), sender.organisation());
            }
            if (isStateOnly(accepted)) {
                List<Bytes> answers = accepted.envelope().wrap(accepted.receipt());
                return log(arrival, sender, accepted, accepted.verdict(), new Receipt(Outcome.STORED, answers));
            }
            return accept(arrival, sender, accepted);
        }
        return refuse(arrival, sender, interpretation);
    }

    /** Also for a repeat, whose proof is a new one: it must not be good for anything else later. */
    private boolean vouches(Proof proof, String repeatKey) {
        String earlier = usedProofs.putIfAbsent(proof.value(), repeatKey);
        if (earlier == null) {
            newProofs.add(new NewProof(proof, repeatKey));
        }
        return earlier == null || earlier.equals(repeatKey);
    }

    private Receipt refuse(Arrival arrival, Sender sender, Interpretation interpretation) {
        List<Bytes> answers = interpretation instanceof Refused refused ? refused.answers() : List.of();
        Receipt receipt = new Receipt(Outcome.REFUSED, answers);
        return sender != null || refusals.admits(arrival.peer(), now)
                ? log(arrival, sender, interpretation, interpretation.verdict(), receipt)
                : receipt;
    }

    private Receipt accept(Arrival arrival, Sender sender, Accepted accepted) {
        RepeatKey repeat = accepted.signal().repeat();
        Instant receivedAt = arrival.at().truncatedTo(ChronoUnit.MICROS);
        StoredReceipt earlier = answered.get(repeat.value());
        if (earlier != null && !isAgain(earlier, sender, repeat, receivedAt)) {
            earlier = newest(repeat.value());
        }
        if (earlier != null && isAgain(earlier, sender, repeat, receivedAt)) {
            Optional<Refused> objection = accepted.envelope().objection(earlier.receipt());
            if (objection.isPresent()) {
                return refuse(arrival, sender, objection.get());
            }
            List<Bytes> again = accepted.envelope().wrap(earlier.receipt());
            return log(arrival, sender, accepted, "repeat", new Receipt(Outcome.REPEATED, again));
        }
        String key = earlier == null ? repeat.value() : repeat.value() + ROUND + earlier.signal();
        boolean inTestLane = onTest.test(sender.device());
        List<Bytes> answers = accepted.envelope().wrap(accepted.receipt());
        NewSignal signal =
                new NewSignal(SignalId.next(), arrival, sender, accepted, key, receivedAt, inTestLane, answers);
        newSignals.add(signal);
        accepted.keys().given().ifPresent(given -> givenKeys.put(sender.device(), given));
        answered.put(
                repeat.value(),
                new StoredReceipt(signal.id().value(), sender.device(), receivedAt, accepted.receipt()));
        newest.add(repeat.value());
        if (accepted.signal().kind() == SignalKind.ALARM && !inTestLane) {
            alarms.add(raised(signal));
        }
        return new Receipt(Outcome.STORED, answers);
    }

    /** Whether it is what was answered then, sent once more. */
    private boolean isAgain(StoredReceipt earlier, Sender sender, RepeatKey repeat, Instant receivedAt) {
        return earlier.device().equals(sender.device())
                && isWithin(repeat.window(), earlier.receivedAt(), receivedAt)
                && repeat.undoneBy()
                        .map(this::newest)
                        .filter(undone -> undone.receivedAt().isAfter(earlier.receivedAt())
                                && undone.receivedAt().isBefore(receivedAt))
                        .isEmpty();
    }

    /** The last signal under that key, in whichever round; null when there is none. Seldom asked for: it is a question more. */
    private StoredReceipt newest(String repeatKey) {
        if (answered.containsKey(repeatKey) && newest.add(repeatKey)) {
            repository.newestRound(repeatKey + ROUND).ifPresent(round -> answered.put(repeatKey, round));
        }
        return answered.get(repeatKey);
    }

    private static boolean isWithin(Duration window, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(window) <= 0;
    }

    private static AlarmRaised raised(NewSignal stored) {
        Signal signal = stored.accepted().signal();
        Instant receivedAt = stored.receivedAt();
        Instant raisedAt = signal.raisedAt().orElse(receivedAt);
        return new AlarmRaised(
                AlarmId.next(),
                stored.sender().organisation(),
                stored.sender().device(),
                stored.id(),
                signal.about(),
                signal.priority(),
                signal.text(),
                raisedAt,
                receivedAt,
                raisedAt.plus(LATE).isBefore(receivedAt));
    }

    private Receipt log(Arrival arrival, Sender sender, Interpretation message, String verdict, Receipt receipt) {
        exchanges.add(LoggedExchange.of(arrival, sender, message, verdict, receipt.answers()));
        return receipt;
    }
}
