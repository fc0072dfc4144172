package se.fixpunkt.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.audit.JournalLine;

class FollowerTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<String> received = new ArrayList<>();
    private final Follower follower =
            new Follower(line -> !line.kind().equals("Hidden"), line -> received.add(line.kind()), Runnable::run);

    @Test
    void getsLinesOldestFirstAndOnce() {
        follower.offer(List.of(line(2, "Second"), line(1, "First")));
        follower.offer(List.of(line(3, "Third"), line(2, "Second")));
        assertEquals(List.of("First", "Second", "Third"), received);
    }

    @Test
    void getsALineThatComesLateOutOfOrder() {
        follower.offer(List.of(line(5, "Fifth")));
        follower.offer(List.of(line(5, "Fifth"), line(4, "Fourth")));
        assertEquals(List.of("Fifth", "Fourth"), received);
    }

    @Test
    void getsNothingThatWasThereBefore() {
        follower.skip(List.of(line(1, "First")));
        follower.offer(List.of(line(2, "Second"), line(1, "First")));
        assertEquals(List.of("Second"), received);
    }

    @Test
    void getsNothingUnwanted() {
        follower.offer(List.of(line(1, "Hidden")));
        assertEquals(List.of(), received);
    }

    @Test
    void goesOnAfterAListenerThatFails() {
        List<String> taken = new ArrayList<>();
        Follower failing = new Follower(
                line -> true,
                line -> {
                    if (line.kind().equals("First")) {
                        throw new IllegalStateException("closed");
                    }
                    taken.add(line.kind());
                },
                Runnable::run);
        failing.offer(List.of(line(1, "First")));
        failing.offer(List.of(line(2, "Second")));
        assertEquals(List.of("Second"), taken);
    }

    private static JournalLine line(int second, String kind) {
        Instant at = NOON.plus(Duration.ofSeconds(second));
        UUID id = IdRange.lowest(at);
        return new JournalLine(id, at, "n", kind, "alarm", id, id, null, null, "Ida", "-", "{}", "{}");
    }
}
