package se.fixpunkt.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.TimeOrderedId;

class IdRangeTest {
    private final UUID id = TimeOrderedId.next();
    private final Instant madeAt = IdRange.madeAt(id);

    @Test
    void anIdTellsWhenItWasMade() {
        assertTrue(madeAt.until(Instant.now(), ChronoUnit.SECONDS) < 60);
    }

    @Test
    void anIdLiesInTheRangeOfItsTimeAndOfTimesAMinuteOff() {
        assertTrue(IdRange.lowest(madeAt).toString().compareTo(id.toString()) <= 0);
        assertTrue(IdRange.from(madeAt.plusSeconds(59)).toString().compareTo(id.toString()) < 0);
        assertTrue(IdRange.to(madeAt.minusSeconds(59)).toString().compareTo(id.toString()) > 0);
    }

    @Test
    void anIdLiesOutsideOfOtherTimes() {
        assertTrue(IdRange.from(madeAt.plusSeconds(61)).toString().compareTo(id.toString()) > 0);
        assertTrue(IdRange.to(madeAt.minusSeconds(61)).toString().compareTo(id.toString()) < 0);
    }

    @Test
    void timesBeyondWhatAnIdCanSayAreItsEnds() {
        assertEquals(
                "00000000-0000-7000-8000-000000000000",
                IdRange.lowest(Instant.parse("1900-01-01T00:00:00Z")).toString());
        assertTrue(IdRange.lowest(Instant.parse("+20000-01-01T00:00:00Z"))
                .toString()
                .startsWith("ffffffff-ffff"));
    }
}
