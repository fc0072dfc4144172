package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.InvalidValue;

class CursorTest {

    @Test
    void comesBackAsItWasWritten() {
        Cursor cursor = new Cursor(
                3,
                Instant.parse("2026-01-02T03:04:05.123456Z"),
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
        assertEquals(cursor, Cursor.read(cursor.write()));
    }

    @Test
    void nothingMeansTheBeginning() {
        assertNull(Cursor.read(null));
        assertNull(Cursor.read(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "MXwyfDM", "MHwyMDI2LTAxLTAyVDAzOjA0OjA1WnxuaXg"})
    void refusesNonsense(String written) {
        assertThrows(InvalidValue.class, () -> Cursor.read(written));
    }
}
