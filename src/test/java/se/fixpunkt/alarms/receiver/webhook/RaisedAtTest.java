package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.InvalidValue;

class RaisedAtTest {
    /** The first five are the examples of RFC 3339, 5.8. */
    @ParameterizedTest
    @CsvSource({
        "1985-04-12T23:20:50.52Z,1985-04-12T23:20:50.520Z",
        "1996-12-19T16:39:57-08:00,1996-12-20T00:39:57Z",
        "1990-12-31T23:59:60Z,1990-12-31T23:59:59Z",
        "1990-12-31T15:59:60-08:00,1990-12-31T23:59:59Z",
        "1937-01-01T12:00:27.87+00:20,1937-01-01T11:40:27.870Z",
        "1990-12-31T23:59:60.25Z,1990-12-31T23:59:59.250Z",
        "2026-09-25T14:12+02:00,2026-09-25T12:12:00Z",
        "2026-09-25T14:12Z,2026-09-25T14:12:00Z",
        "2026-09-25T14:12:04+0200,2026-09-25T12:12:04Z",
        "2026-09-25T14:12:04.123-0330,2026-09-25T17:42:04.123Z",
        "2026-09-25 14:12:04+02,2026-09-25T12:12:04Z",
        "2026-09-25t14:12:04z,2026-09-25T14:12:04Z",
        "2026-09-25T14:12:04-00:00,2026-09-25T14:12:04Z",
        "2026-09-25T14:12:04.1234567891234+02:00,2026-09-25T12:12:04.123456789Z"
    })
    void readsWhatProgramsWrite(String written, String meant) {
        assertEquals(Instant.parse(meant), RaisedAt.read(written));
    }

    @Test
    void readsWhatJavaWritesAtAWholeMinute() {
        OffsetDateTime wholeMinute = OffsetDateTime.parse("2026-09-25T14:12:00+02:00");

        assertEquals(wholeMinute.toInstant(), RaisedAt.read(wholeMinute.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-25",
                "2026-09-25T14:12:05",
                "2026-09-25T14:12",
                "2026-09-25T14Z",
                "2026-09-25T24:00:00Z",
                "2026-02-30T14:12:05Z",
                "2026-09-25T14:12:60Z",
                "1990-12-31T23:59:60-08:00",
                "1990-12-31T23:59:61Z",
                "1990-12-31T23:59:600Z",
                "2026-09-25T14:12:04+020",
                "2026-09-25T14:12:04+2",
                "2026-09-25T14:12:04+99:00",
                "2026-09-25T14:12:04Z ",
                "2026-09-25T14:12:04Z\n",
                "+999999999-01-01T00:00:00Z",
                "1790000000"
            })
    void refusesTheRest(String written) {
        InvalidValue refused = assertThrows(InvalidValue.class, () -> RaisedAt.read(written));

        assertEquals(Map.of("field", "at", "reason", "malformed"), refused.details());
    }
}
