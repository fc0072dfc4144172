package se.fixpunkt.audit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void keysStandInOrderWhateverTheMap() {
        assertEquals("{\"a\":1,\"b\":true,\"c\":\"x\"}", JsonText.of(Map.of("c", "x", "a", 1, "b", true)));
    }

    @Test
    void moneyTimesAndIdsAreStrings() {
        UUID id = new UUID(1, 2);
        assertEquals(
                "{\"amount\":\"12.50\",\"at\":\"1970-01-01T00:00:00Z\",\"id\":\"" + id + "\"}",
                JsonText.of(Map.of("amount", new BigDecimal("12.50"), "at", Instant.EPOCH, "id", id)));
    }

    @Test
    void listsMapsAndNothingKeepTheirShape() {
        assertEquals(
                "{\"in\":{\"x\":null},\"list\":[\"A\",2],\"none\":null}",
                JsonText.of(Map.of(
                        "list", List.of("A", 2),
                        "in", Collections.singletonMap("x", null),
                        "none", Optional.empty())));
    }

    @Test
    void whatPeopleWroteIsEscaped() {
        assertEquals("{\"text\":\"\\\"å\\\"\\n\\u0000\"}", JsonText.of(Map.of("text", "\"å\"\n\u0000")));
    }
}
