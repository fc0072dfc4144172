package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fixpunkt.alarms.internal.SomeSignals.IDENTITY;
import static se.fixpunkt.alarms.internal.SomeSignals.KNOWN;
import static se.fixpunkt.alarms.internal.SomeSignals.NOW;
import static se.fixpunkt.alarms.internal.SomeSignals.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Envelope;
import se.fixpunkt.alarms.Interpretation.Proof;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.internal.KnownSenders.Known;
import se.fixpunkt.shared.OrganisationId;

class BatchTest {
    private final Map<String, StoredReceipt> stored = new HashMap<>();
    private final Map<String, String> proofs = new HashMap<>();
    private final Set<DeviceId> onTest = new HashSet<>();
    private Batch batch;
    private int rounds;

    @Test
    void anAlarmBecomesAnAlarmAndASignalWithItsAnswer() {
        List<Receipt> receipts = understand(arrival("1", NOW));

        assertEquals(Outcome.STORED, receipts.get(0).outcome());
        assertEquals(1, batch.newSignals().size());
        assertEquals(1, batch.alarms().size());
        assertEquals(receipts.get(0).answers(), batch.newSignals().get(0).answers());
        assertTrue(batch.exchanges().isEmpty());
    }

    @Test
    void aRepeatInTheSameBatchGetsTheFirstOnesReceipt() {
        List<Receipt> receipts = understand(arrival("1", NOW), arrival("1", NOW.plusSeconds(1)));

        assertEquals(Outcome.REPEATED, receipts.get(1).outcome());
        assertEquals(receipts.get(0).answers(), receipts.get(1).answers());
        assertEquals(1, batch.alarms().size());
        assertEquals(1, batch.newSignals().size());
        assertEquals("repeat", batch.exchanges().get(0).verdict());
    }

    @Test
    void aRepeatOfWhatIsStoredGetsTheStoredReceipt() {
        store();
        understand(arrival("1", NOW));
        store();
        List<Receipt> receipts = understand(arrival("1", NOW.plusSeconds(120)));

        assertEquals(
                "receipt of " + NOW, receipts.get(0).answers().get(0).text(java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(batch.newSignals().isEmpty());
    }

    @Test
    void aReferenceThatIsUsedAnewIsANewSignalWithADecidedKey() {
        understand(arrival("1", NOW));
        String first = batch.newSignals().get(0).id().toString();
        store();
        understand(arrival("1", NOW.plusSeconds(121)));
        assertEquals("test|1~" + first, batch.newSignals().get(0).repeatKey());
        String second = batch.newSignals().get(0).id().toString();
        store();
        understand(arrival("1", NOW.plusSeconds(130)));
        assertTrue(batch.newSignals().isEmpty());
        store();
        understand(arrival("1", NOW.plusSeconds(400)));
        assertEquals("test|1~" + second, batch.newSignals().get(0).repeatKey());
    }

    /** As when it is set up once more; its reference 1 is the first thing that it sends. */
    @Test
    void aDeviceThatIsRegisteredAnewIsNotAnsweredForTheOneBeforeIt() {
        understand(arrival("1", NOW));
        String before = batch.newSignals().get(0).id().toString();
        store();
        Map<DeviceIdentity, Known> anew = registeredAnew();

        assertEquals(
                Outcome.STORED,
                understand(anew, arrival("1", NOW.plusSeconds(10))).get(0).outcome());
        assertEquals(1, batch.alarms().size());
        assertEquals("test|1~" + before, batch.newSignals().get(0).repeatKey());
        String first = batch.newSignals().get(0).id().toString();
        store();
        assertEquals(
                Outcome.REPEATED,
                understand(anew, arrival("1", NOW.plusSeconds(20))).get(0).outcome());
        assertTrue(batch.newSignals().isEmpty());
        understand(registeredAnew(), arrival("1", NOW.plusSeconds(30)));
        assertEquals("test|1~" + first, batch.newSignals().get(0).repeatKey());
    }

    @Test
    void whatIsSentAgainAsksForNoRounds() {
        understand(arrival("1", NOW));
        store();
        understand(arrival("1", NOW.plusSeconds(1)), arrival("2", NOW.plusSeconds(1)));
        assertEquals(0, rounds);
    }

    @Test
    void whatHappensAgainAfterItsRestoralIsNoRepeat() {
        List<String> keys = new ArrayList<>();
        for (int second = 0; second < 6; second += 2) {
            assertEquals(
                    List.of(Outcome.STORED, Outcome.REPEATED),
                    outcomes(
                            alarm(NOW.plusSeconds(second)),
                            alarm(NOW.plusSeconds(second).plusMillis(500))));
            assertEquals(1, batch.alarms().size());
            keys.add(batch.newSignals().get(0).repeatKey());
            store();
            assertEquals(
                    Outcome.REPEATED,
                    outcomes(alarm(NOW.plusSeconds(second).plusMillis(600))).get(0));
            assertEquals(
                    List.of(Outcome.STORED, Outcome.REPEATED),
                    outcomes(restoral(NOW.plusSeconds(second + 1)), restoral(NOW.plusSeconds(second + 1))));
            keys.add(batch.newSignals().get(0).repeatKey());
            store();
        }
        assertEquals(6, keys.stream().distinct().count(), keys::toString);
    }

    @Test
    void aContactThatChattersInOneBatchIsHeardEachTime() {
        outcomes(alarm(NOW));
        store();
        outcomes(restoral(NOW.plusSeconds(1)));
        store();
        outcomes(alarm(NOW.plusSeconds(2)));
        store();

        assertEquals(
                List.of(Outcome.STORED, Outcome.STORED, Outcome.STORED, Outcome.STORED),
                outcomes(
                        restoral(NOW.plusSeconds(3)),
                        alarm(NOW.plusSeconds(4)),
                        restoral(NOW.plusSeconds(5)),
                        alarm(NOW.plusSeconds(6))));
        assertEquals(
                4,
                batch.newSignals().stream().map(NewSignal::repeatKey).distinct().count());
    }

    /** The unique index lets one of them through. */
    @Test
    void twoNodesThatHearItAgainAfterItsRestoralMakeTheSameKey() {
        outcomes(alarm(NOW));
        store();
        outcomes(restoral(NOW.plusSeconds(1)));
        store();
        outcomes(alarm(NOW.plusSeconds(2)));
        String one = batch.newSignals().get(0).repeatKey();
        outcomes(alarm(NOW.plusSeconds(2).plusMillis(7)));

        assertEquals(one, batch.newSignals().get(0).repeatKey());
    }

    @Test
    void onlyAnAlarmBecomesAnAlarm() {
        for (SignalKind kind : SignalKind.values()) {
            understand(arrival("1", NOW, kind, Optional.empty()));
            assertEquals(kind == SignalKind.ALARM ? 1 : 0, batch.alarms().size());
            assertEquals(1, batch.newSignals().size() + batch.exchanges().size());
            assertEquals(1, batch.heard().size());
        }
    }

    @Test
    void anAlarmOfADeviceOnTestIsKeptAndAnsweredButReachesNoOperator() {
        KNOWN.values().forEach(known -> onTest.add(known.sender().device()));

        List<Receipt> receipts = understand(arrival("1", NOW));

        assertEquals(Outcome.STORED, receipts.get(0).outcome());
        assertTrue(batch.newSignals().get(0).onTest());
        assertTrue(batch.alarms().isEmpty());
    }

    @Test
    void aHeartbeatChangesWhatIsKnownOfTheDeviceAndLeavesOnlyItsExchange() {
        List<Receipt> receipts = understand(
                arrival("1", NOW, SignalKind.HEARTBEAT, Optional.empty()),
                arrival("1", NOW, SignalKind.HEARTBEAT, Optional.empty()));

        assertEquals(
                List.of(Outcome.STORED, Outcome.STORED),
                receipts.stream().map(Receipt::outcome).toList());
        assertTrue(batch.newSignals().isEmpty());
        assertEquals(2, batch.exchanges().size());
        assertEquals(1, batch.heard().size());
    }

    @Test
    void anAlarmThatWasLongOnItsWayIsLate() {
        understand(arrival("1", NOW, SignalKind.ALARM, Optional.of(NOW.minusSeconds(60))));
        assertFalse(batch.alarms().get(0).late());
        Instant raised = NOW.minusSeconds(61);
        understand(arrival("1", NOW, SignalKind.ALARM, Optional.of(raised)));
        assertTrue(batch.alarms().get(0).late());
        assertEquals(raised, batch.alarms().get(0).raisedAt());
        assertEquals(NOW, batch.alarms().get(0).receivedAt());
    }

    @Test
    void aReceiverThatFailsOnOneMessageDoesNotStopTheOthers() {
        Arrival broken = arrival(
                NOW,
                sender -> {
                    throw new IllegalArgumentException("broken");
                },
                Lane.ALARM);

        List<Receipt> receipts = understand(broken, arrival("1", NOW));

        assertEquals(Outcome.REFUSED, receipts.get(0).outcome());
        assertEquals(Outcome.STORED, receipts.get(1).outcome());
    }

    @Test
    void refusedStrangersAreNotAllKept() {
        RefusalRate rate = new RefusalRate();
        int kept = 0;
        for (int i = 0; i < 2000; i++) {
            kept += rate.admits("192.0.2.1:" + i, NOW) ? 1 : 0;
        }
        assertEquals(600, kept);
        assertTrue(rate.admits("192.0.2.2:1", NOW));
        assertTrue(rate.admits("192.0.2.1:1", NOW.plusSeconds(60)));
    }

    @Test
    void aProofVouchesForOneRepeatKey() {
        List<Receipt> receipts = understand(proven("1", "P"), proven("2", "P"), proven("1", "P"));

        assertEquals(
                List.of(Outcome.STORED, Outcome.REFUSED, Outcome.REPEATED),
                receipts.stream().map(Receipt::outcome).toList());
        assertEquals(1, batch.alarms().size());
        assertEquals(1, batch.newProofs().size());
        store();
        assertEquals(Outcome.REFUSED, understand(proven("3", "P")).get(0).outcome());
        assertTrue(batch.newProofs().isEmpty());
    }

    @Test
    void aRepeatsProofIsUsedToo() {
        understand(proven("1", "P"));
        store();
        assertEquals(Outcome.REPEATED, understand(proven("1", "Q")).get(0).outcome());
        store();
        assertEquals(Outcome.REFUSED, understand(proven("2", "Q")).get(0).outcome());
    }

    @Test
    void aReceiptMayObjectToAMessageThatIsAnother() {
        understand(arrival("1", NOW));
        Receipt receipt = understand(objecting("1"), objecting("1")).get(1);

        assertEquals(Outcome.REFUSED, receipt.outcome());
        assertEquals(
                "other", batch.exchanges().get(batch.exchanges().size() - 1).verdict());
        assertEquals(1, batch.newSignals().size());
    }

    private List<Outcome> outcomes(Arrival... arrivals) {
        return understand(arrivals).stream().map(Receipt::outcome).toList();
    }

    private static Arrival alarm(Instant at) {
        return arrival(new RepeatKey("AL", Duration.ofMinutes(2), Optional.of("RE")), at, SignalKind.ALARM);
    }

    private static Arrival restoral(Instant at) {
        return arrival(new RepeatKey("RE", Duration.ofMinutes(2), Optional.of("AL")), at, SignalKind.RESTORAL);
    }

    private static Map<DeviceIdentity, Known> registeredAnew() {
        return Map.of(IDENTITY, new Known(new Sender(DeviceId.next(), OrganisationId.next(), Optional.empty()), null));
    }

    private static Arrival proven(String reference, String proof) {
        return changed(
                reference,
                accepted -> new Accepted(
                        accepted.signal(),
                        accepted.receipt(),
                        accepted.envelope(),
                        Optional.of(new Proof(proof, NOW, new Refused("replayed", "", List.of())))));
    }

    private static Arrival objecting(String reference) {
        return changed(
                reference,
                accepted -> new Accepted(accepted.signal(), accepted.receipt(), new Envelope() {
                    @Override
                    public List<Bytes> wrap(Bytes receipt) {
                        return List.of(receipt);
                    }

                    @Override
                    public Optional<Refused> objection(Bytes receipt) {
                        return Optional.of(new Refused("other", "", List.of()));
                    }
                }));
    }

    private static Arrival changed(String reference, UnaryOperator<Accepted> change) {
        Arrival arrival = arrival(reference, NOW);
        return arrival(
                NOW, sender -> change.apply((Accepted) arrival.interpreter().interpret(sender)), Lane.ALARM);
    }

    private List<Receipt> understand(Arrival... arrivals) {
        return understand(KNOWN, arrivals);
    }

    private List<Receipt> understand(Map<DeviceIdentity, Known> known, Arrival... arrivals) {
        batch = new Batch(new Remembered(), new RefusalRate(), onTest::contains, NOW);
        return batch.understand(List.of(arrivals), known);
    }

    private void store() {
        if (batch != null) {
            batch.newProofs().forEach(one -> proofs.put(one.proof().value(), one.repeatKey()));
            batch.newSignals()
                    .forEach(signal -> stored.put(
                            signal.repeatKey(),
                            new StoredReceipt(
                                    signal.id().value(),
                                    signal.sender().device(),
                                    signal.receivedAt(),
                                    signal.accepted().receipt())));
        }
    }

    /** What was stored in earlier batches. */
    private final class Remembered extends SignalRepository {
        private Remembered() {
            super(null, null);
        }

        @Override
        Map<String, StoredReceipt> answered(Collection<String> repeatKeys) {
            Map<String, StoredReceipt> found = new HashMap<>(stored);
            found.keySet().retainAll(repeatKeys);
            return found;
        }

        @Override
        Map<String, String> usedProofs(Collection<String> wanted) {
            Map<String, String> found = new HashMap<>(proofs);
            found.keySet().retainAll(wanted);
            return found;
        }

        @Override
        Optional<StoredReceipt> newestRound(String prefix) {
            rounds++;
            return stored.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .map(Map.Entry::getValue)
                    .max((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
        }
    }
}
