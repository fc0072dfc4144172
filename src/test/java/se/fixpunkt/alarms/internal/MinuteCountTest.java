package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinuteCountTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private final MinuteCount count = new MinuteCount();

    @Test
    void countsTheLastSixtySeconds() {
        count.add(NOON);
        count.add(NOON.plusSeconds(30));
        count.add(NOON.plusSeconds(30));
        assertEquals(3, count.sum(NOON.plusSeconds(59)));
        assertEquals(2, count.sum(NOON.plusSeconds(60)));
        assertEquals(0, count.sum(NOON.plusSeconds(90)));
    }

    @Test
    void usesASecondsBucketAnewAMinuteLater() {
        count.add(NOON);
        count.add(NOON.plusSeconds(60));
        assertEquals(1, count.sum(NOON.plusSeconds(60)));
    }
}
