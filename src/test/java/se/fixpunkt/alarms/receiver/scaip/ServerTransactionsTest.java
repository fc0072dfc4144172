package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.MovableClock;

class ServerTransactionsTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final ServerTransactions transactions = new ServerTransactions(clock);

    @Test
    void aRequestIsKnownUntilTimerJFires() {
        transactions.begin("one", Bytes.NONE);
        clock.move(Duration.ofSeconds(31));
        assertNotNull(transactions.find("one"));
        clock.move(Duration.ofSeconds(1));
        assertNull(transactions.find("one"));
    }

    @Test
    void anEndedRequestMayBeginAnew() {
        transactions.begin("one", Bytes.NONE);
        clock.move(Duration.ofSeconds(40));
        transactions.begin("one", Bytes.NONE);
        clock.move(Duration.ofSeconds(20));
        transactions.begin("two", Bytes.NONE);
        assertNotNull(transactions.find("one"));
    }

    @Test
    void theOldestGivesWayInAFlood() {
        for (int i = 0; i <= 50_000; i++) {
            transactions.begin("number " + i, Bytes.NONE);
        }
        assertNull(transactions.find("number 0"));
        assertNotNull(transactions.find("number 1"));
        assertNotNull(transactions.find("number 50000"));
    }
}
