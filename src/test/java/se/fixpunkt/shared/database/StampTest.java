package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22 13:45:07.123456, 2026-11-22T13:45:07.123456Z",
        "2026-11-22 13:45:07.000001, 2026-11-22T13:45:07.000001Z",
        "2026-11-22 13:45:07.5, 2026-11-22T13:45:07.500Z",
        "2026-11-22 13:45:07, 2026-11-22T13:45:07Z",
        "1970-01-01 00:00:00.000000, 1970-01-01T00:00:00Z",
        "2024-02-29 23:59:59.999999, 2024-02-29T23:59:59.999999Z",
        "9999-12-31 23:59:59.999999, 9999-12-31T23:59:59.999999Z"
    })
    void isReadAsTheDatabaseWritesIt(String stamp, Instant time) {
        assertEquals(time, Stamp.read(stamp));
    }

    @Test
    void whatIsNoTimeIsNotTakenForOne() {
        assertThrows(DateTimeException.class, () -> Stamp.read("0000-00-00 00:00:00"));
        assertThrows(NumberFormatException.class, () -> Stamp.read("2026-11-22 13:4x:00"));
    }
}
