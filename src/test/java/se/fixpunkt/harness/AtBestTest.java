package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtBestTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void oneQuickTryIsEnough() {
        AtBest.within("it", LIMIT, () -> tries.incrementAndGet() < 3 ? LIMIT.plusNanos(1) : LIMIT);

        assertEquals(3, tries.get());
    }

    @Test
    void whatIsAlwaysSlowFailsAndIsToldAtItsBest() {
        AssertionError slow = assertThrows(
                AssertionError.class,
                () -> AtBest.within("it", LIMIT, () -> LIMIT.plusMillis(tries.incrementAndGet())));

        assertEquals("it took 1001 ms at best, more than 1000 ms", slow.getMessage());
    }
}
