package se.fixpunkt.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void triesAgainSoonAtFirst() {
        assertEquals(Optional.of(Duration.ofSeconds(2)), Backoff.after(1));
    }

    @Test
    void waitsLongerEachTime() {
        assertTrue(IntStream.range(1, 99)
                .allMatch(tries -> Backoff.after(tries + 1)
                                .orElseThrow()
                                .compareTo(Backoff.after(tries).orElseThrow())
                        >= 0));
    }

    @Test
    void goesOnForAboutTwoDays() {
        Duration all = IntStream.range(1, 100)
                .mapToObj(tries -> Backoff.after(tries).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertTrue(all.toHours() >= 40 && all.toHours() <= 50, all.toString());
    }

    @Test
    void givesUpInTheEnd() {
        assertEquals(Optional.empty(), Backoff.after(100));
    }
}
