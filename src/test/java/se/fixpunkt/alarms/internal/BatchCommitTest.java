package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.domain.Bytes;

class BatchCommitTest {
    private final List<Integer> attempts = new ArrayList<>();
    private final CommitTrouble trouble = new CommitTrouble();
    private List<Overheard> along = List.of();

    @Test
    void everyMessageOfABatchGetsItsReceipt() {
        List<Waiting> batch = batch(10);

        commit(batch, size -> null);

        assertTrue(batch.stream().allMatch(BatchCommitTest::isStored));
        assertEquals(List.of(10), attempts);
    }

    @Test
    void aMessageThatTheDatabaseRefusesStandsAloneInTheEnd() {
        List<Waiting> batch = batch(8);
        Arrival poisoned = batch.get(5).arrival();

        new BatchCommit(new Store(arrivals -> arrivals.contains(poisoned) ? failure(1406, "22001") : null), trouble)
                .commit(batch, List.of());

        for (int i = 0; i < 8; i++) {
            assertEquals(i != 5, isStored(batch.get(i)));
        }
        assertTrue(batch.get(5).receipt().isCompletedExceptionally());
    }

    @Test
    void aBatchThatMetItsTwinFromAnotherNodeIsRunAgain() {
        List<Waiting> batch = batch(3);

        commit(batch, size -> attempts.size() == 1 ? failure(1062, "23000") : null);

        assertTrue(batch.stream().allMatch(BatchCommitTest::isStored));
        assertEquals(List.of(3, 3), attempts);
    }

    @Test
    void withTheDatabaseAwayNobodyIsKeptWaitingForTheOthers() {
        List<Waiting> batch = batch(100);

        commit(batch, size -> new IllegalStateException(new SQLNonTransientConnectionException("gone", "08000")));

        assertEquals(List.of(100), attempts);
        assertTrue(batch.stream().allMatch(waiting -> waiting.receipt().isCompletedExceptionally()));
    }

    @Test
    void whatWasGivenUpMeanwhileIsNotStored() {
        List<Waiting> batch = batch(3);
        batch.get(0).refuse();

        commit(batch, size -> null);

        assertEquals(List.of(2), attempts);
    }

    @Test
    void alarmsAreTakenBeforeSupervision() {
        IntakeQueue queue = new IntakeQueue();
        Waiting heartbeat = SomeSignals.waiting(SomeSignals.arrival(SomeSignals.NOW, sender -> null, Lane.SUPERVISION));
        Waiting alarm = SomeSignals.waiting(SomeSignals.arrival("1", SomeSignals.NOW));
        queue.offer(heartbeat);
        queue.offer(alarm);

        assertEquals(List.of(alarm, heartbeat), queue.takeMessages(10));
        assertTrue(queue.isEmpty());
    }

    @Test
    void whatWasOverheardGoesAlongUntilABatchIsDivided() {
        List<Overheard> notes = List.of(overheard());
        BatchCommit well = new BatchCommit(new Store(arrivals -> null), trouble);
        BatchCommit ill = new BatchCommit(new Store(arrivals -> failure(1406, "22001")), trouble);

        assertTrue(well.commit(batch(2), notes));
        assertEquals(notes, along);
        assertFalse(ill.commit(batch(2), notes));
        assertEquals(List.of(), along);
    }

    @Test
    void anAlarmIsNotRefusedForWhatWasOverheardBesideIt() {
        List<Waiting> batch = batch(1);
        Store store = new Store(arrivals -> along.isEmpty() ? null : failure(1406, "22001"));

        assertFalse(new BatchCommit(store, trouble).commit(batch, List.of(overheard())));
        assertTrue(isStored(batch.get(0)));
    }

    @Test
    void whatWasOverheardIsNotLostWithABatchThatNobodyWaitsForAnyMore() {
        List<Waiting> batch = batch(1);
        batch.get(0).refuse();

        assertFalse(new BatchCommit(new Store(arrivals -> null), trouble).commit(batch, List.of(overheard())));
    }

    private static Overheard overheard() {
        return new Overheard(
                Protocol.SCAIP,
                Optional.empty(),
                Direction.IN,
                "192.0.2.1:5060",
                SomeSignals.NOW,
                Bytes.latin1("SIP/2.0 200 OK"),
                "",
                "delivered");
    }

    private void commit(List<Waiting> batch, Function<Integer, RuntimeException> outcome) {
        new BatchCommit(new Store(arrivals -> outcome.apply(arrivals.size())), trouble).commit(batch, List.of());
    }

    private static List<Waiting> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> SomeSignals.waiting(SomeSignals.arrival(String.valueOf(i), SomeSignals.NOW)))
                .toList();
    }

    private static RuntimeException failure(int code, String state) {
        return new IllegalStateException(new SQLException("refused", state, code));
    }

    private static boolean isStored(Waiting waiting) {
        return waiting.receipt().isDone() && !waiting.receipt().isCompletedExceptionally();
    }

    /** A store that fails as it is told. */
    private final class Store extends SignalStore {
        private final Function<List<Arrival>, RuntimeException> outcome;

        private Store(Function<List<Arrival>, RuntimeException> outcome) {
            super(null, null, null, null, null, null, null, null, null, null);
            this.outcome = outcome;
        }

        @Override
        List<Receipt> store(List<Arrival> arrivals, List<Overheard> overheard) {
            along = overheard;
            attempts.add(arrivals.size());
            RuntimeException failed = outcome.apply(arrivals);
            if (failed != null) {
                throw failed;
            }
            return arrivals.stream()
                    .map(arrival -> new Receipt(Outcome.STORED, List.of()))
                    .toList();
        }
    }
}
