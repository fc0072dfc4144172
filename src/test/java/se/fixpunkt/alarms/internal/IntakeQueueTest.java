package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;

class IntakeQueueTest {
    private final IntakeQueue queue = new IntakeQueue();

    @Test
    void aDeviceThatFloodsWaitsBehindItself() {
        for (int i = 0; i < 1500; i++) {
            queue.offer(from("AAAA"));
        }
        Waiting other = from("BBBB");
        queue.offer(other);

        assertTrue(queue.takeMessages(10).contains(other));
    }

    @Test
    void aDeviceThatFloodsFillsNoBatch() {
        for (int i = 0; i < 1500; i++) {
            queue.offer(from("AAAA"));
        }
        List<Waiting> others = IntStream.range(0, 50)
                .mapToObj(i -> from(String.format("B%03X", i)))
                .toList();
        others.forEach(queue::offer);

        List<Waiting> batch = queue.takeMessages(500);

        assertTrue(batch.containsAll(others));
        assertEquals(150, batch.size());
    }

    @Test
    void eachDevicesMessagesKeepTheirOrderAndAllComeOut() {
        Waiting first = from("AAAA");
        Waiting second = from("AAAA");
        Waiting other = from("BBBB");
        List.of(first, second, other).forEach(queue::offer);

        assertEquals(List.of(first, other, second), queue.takeMessages(10));
        assertTrue(queue.isEmpty());
    }

    @Test
    void turnsGoOnWhereTheLastBatchEnded() {
        List<Waiting> all = List.of(from("AAAA"), from("AAAA"), from("BBBB"), from("CCCC"));
        all.forEach(queue::offer);

        assertEquals(List.of(all.get(0), all.get(2)), queue.takeMessages(2));
        assertEquals(List.of(all.get(3), all.get(1)), queue.takeMessages(2));
    }

    @Test
    void aCrowdNeedsAnotherWriter() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            queue.offer(from(String.format("%04X", i)));
        }

        assertTrue(queue.awaitNeed(Duration.ofSeconds(10)));
    }

    @Test
    void fewNeedAnotherWriterOnlyWhenNobodyTakesThem() throws InterruptedException {
        assertFalse(queue.awaitNeed(Duration.ofMillis(20)));
        queue.offer(from("AAAA"));
        assertTrue(queue.awaitNeed(Duration.ofMillis(20)));

        AtomicBoolean done = new AtomicBoolean();
        Thread taker = new Thread(() -> {
            // Again and again: a single take could come before the waiting has begun.
            while (!done.get()) {
                queue.takeMessages(0);
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        });
        taker.start();
        try {
            assertTrue(needEnds(), "they are taken, and another writer is asked for all the same");
        } finally {
            done.set(true);
            taker.join();
        }
    }

    /** Asked for many times: both threads may be kept from running for as long as one of them waits. */
    private boolean needEnds() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (!queue.awaitNeed(Duration.ofMillis(100))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatADeviceMayLeaveWaitingIsBounded() {
        int taken = 0;
        for (int i = 0; i < 5000; i++) {
            taken += queue.offer(from("AAAA")) ? 1 : 0;
        }

        assertEquals(2000, taken);
        assertTrue(queue.offer(from("BBBB")));
    }

    @Test
    void whatWasGivenUpIsLeftOut() {
        Waiting late = from("AAAA");
        queue.offer(late);
        late.refuse();

        assertEquals(List.of(), queue.takeMessages(10));
        assertTrue(queue.isEmpty());
    }

    private static Waiting from(String account) {
        return SomeSignals.waiting(new Arrival(
                DeviceIdentity.of(Protocol.DC09, account),
                Bytes.NONE,
                "192.0.2.1:1",
                SomeSignals.NOW,
                Lane.ALARM,
                sender -> null));
    }
}
