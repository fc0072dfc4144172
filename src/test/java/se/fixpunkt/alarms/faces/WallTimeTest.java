package se.fixpunkt.alarms.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00,2026-07-01T10:00:00Z",
        "2026-10-25T01:59,2026-10-24T23:59:00Z",
        "2026-10-25T02:00,2026-10-25T01:00:00Z",
        "2026-10-25T02:30,2026-10-25T01:30:00Z",
        "2026-10-25T03:00,2026-10-25T02:00:00Z",
        "2026-03-29T02:30,2026-03-29T01:30:00Z"
    })
    void anEndInTheHourThatComesTwiceIsInTheSecond(String typed, Instant meant) {
        assertEquals(meant, WallTime.read("onTestUntil", typed));
    }
}
