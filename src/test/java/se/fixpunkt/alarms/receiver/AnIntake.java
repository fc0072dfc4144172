package se.fixpunkt.alarms.receiver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.NotStored;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;

/** An intake in memory, for tests of what is said on the wire; what is kept in the database has tests of its own. */
public final class AnIntake implements Intake {
    private final Map<String, Sender> senders = new HashMap<>();
    private final Map<String, Bytes> receipts = new HashMap<>();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final List<Interpretation> interpretations = new CopyOnWriteArrayList<>();
    private final Map<String, String> proofs = new HashMap<>();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<Overheard> notes = new CopyOnWriteArrayList<>();
    private boolean remembersProofs;
    private boolean away;
    private CompletableFuture<Void> commit = CompletableFuture.completedFuture(null);

    public AnIntake knows(String identity, String key) {
        senders.put(
                identity,
                new Sender(
                        DeviceId.next(),
                        OrganisationId.next(),
                        Optional.ofNullable(key).map(Bytes::utf8)));
        return this;
    }

    /** From now on a proof vouches for one message only. */
    public AnIntake remembersProofs() {
        remembersProofs = true;
        return this;
    }

    /** From now on nothing can be stored. */
    public synchronized void goesAway() {
        away = true;
    }

    /** From now on commits wait until the future is completed. */
    public synchronized void commitsAfter(CompletableFuture<Void> signal) {
        commit = signal;
    }

    public List<Signal> signals() {
        return signals;
    }

    public List<String> verdicts() {
        return interpretations.stream().map(Interpretation::verdict).toList();
    }

    public List<Arrival> arrivals() {
        return arrivals;
    }

    public List<Overheard> notes() {
        return notes;
    }

    @Override
    @OpenToAnyone(because = "a test")
    public synchronized CompletionStage<Receipt> take(Arrival arrival) {
        if (away) {
            return CompletableFuture.failedFuture(new NotStored());
        }
        arrivals.add(arrival);
        Interpretation interpretation = arrival.interpreter()
                .interpret(Optional.ofNullable(senders.get(arrival.identity().value())));
        interpretations.add(interpretation);
        Receipt receipt = receipt(interpretation);
        return commit.thenApply(committed -> receipt);
    }

    @Override
    @OpenToAnyone(because = "a test")
    public void note(Overheard overheard) {
        notes.add(overheard);
    }

    private Receipt receipt(Interpretation interpretation) {
        if (interpretation instanceof Refused refused) {
            return new Receipt(Outcome.REFUSED, refused.answers());
        }
        Accepted accepted = (Accepted) interpretation;
        String key = accepted.signal().repeat().value();
        if (remembersProofs && accepted.proof().isPresent()) {
            String vouchedFor = proofs.putIfAbsent(accepted.proof().get().value(), key);
            if (vouchedFor != null && !vouchedFor.equals(key)) {
                return new Receipt(
                        Outcome.REFUSED, accepted.proof().get().whenUsed().answers());
            }
        }
        Bytes earlier = receipts.putIfAbsent(key, accepted.receipt());
        if (earlier == null) {
            signals.add(accepted.signal());
        }
        return new Receipt(
                earlier == null ? Outcome.STORED : Outcome.REPEATED,
                accepted.envelope().wrap(earlier == null ? accepted.receipt() : earlier));
    }
}
