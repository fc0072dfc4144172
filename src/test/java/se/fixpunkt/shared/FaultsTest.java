package se.fixpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.InvalidValue.Fault;

class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void whereNothingIsWrongNothingIsRefused() {
        assertEquals("Bod 3", faults.read(() -> "Bod 3", ""));
        assertDoesNotThrow(faults::refuse);
    }

    @Test
    void aRefusedValueIsStoodInForAndToldAtTheEnd() {
        assertEquals("", faults.read(() -> refused("name", "required"), ""));
        InvalidValue told = assertThrows(InvalidValue.class, faults::refuse);
        assertEquals(Map.of("field", "name", "reason", "required"), told.details());
    }

    @Test
    void severalAreToldAtOnceBesideTheFirst() {
        faults.add("name", "required");
        faults.read(() -> refused("key", "malformed"), null);
        InvalidValue told = assertThrows(InvalidValue.class, faults::refuse);
        assertEquals(List.of(new Fault("name", "required"), new Fault("key", "malformed")), told.faults());
        assertEquals("name", told.details().get("field"));
        assertEquals("required", told.details().get("reason"));
        assertEquals(
                List.of(Map.of("field", "name", "reason", "required"), Map.of("field", "key", "reason", "malformed")),
                told.details().get("faults"));
    }

    @Test
    void whatWasGatheredInsideCountsOnePerFieldTheFirst() {
        faults.add("latitude", "malformed");
        faults.read(
                () -> {
                    Faults inside = new Faults();
                    inside.add("latitude", "required");
                    inside.add("longitude", "out-of-range");
                    inside.refuse();
                    return "";
                },
                "");
        InvalidValue told = assertThrows(InvalidValue.class, faults::refuse);
        assertEquals(
                List.of(new Fault("latitude", "malformed"), new Fault("longitude", "out-of-range")), told.faults());
    }

    private static String refused(String field, String reason) {
        throw new InvalidValue(field, reason);
    }
}
