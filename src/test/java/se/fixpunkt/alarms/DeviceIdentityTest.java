package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.InvalidValue;

class DeviceIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "#1234, 1234",
        "1234, 1234",
        "' #12345a ', 12345A",
        "abcdef0123456789, ABCDEF0123456789",
        "#foc7688, FOC7688",
        "#1, 1"
    })
    void dc09AccountIsStoredInUpperCaseWithoutItsSign(String written, String stored) {
        assertEquals(stored, DeviceIdentity.of(Protocol.DC09, written).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "12345678901234567", "12-4", "12Å4", "##1234", "12 34"})
    void refusesWhatCannotBeADc09Account(String written) {
        assertEquals("malformed", reason(Protocol.DC09, written));
    }

    @Test
    void scaipIdentityMayComeWithALeadingBlank() {
        assertEquals("12345678", DeviceIdentity.of(Protocol.SCAIP, " 12345678").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567", "1234A", "#1234", "sip:1234"})
    void refusesWhatCannotBeAScaipController(String written) {
        assertEquals("malformed", reason(Protocol.SCAIP, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "<x>", "å", "a b"})
    void webhookIdentityIsSafeInAnAddress(String written) {
        assertEquals("malformed", reason(Protocol.WEBHOOK, written));
    }

    @Test
    void asksForTheIdentityWhenThereIsNone() {
        assertEquals("required", reason(Protocol.SCAIP, "  "));
        assertEquals("required", reason(Protocol.SCAIP, null));
    }

    private static Object reason(Protocol protocol, String written) {
        Map<String, ?> details = assertThrows(InvalidValue.class, () -> DeviceIdentity.of(protocol, written))
                .details();
        assertEquals("identity", details.get("field"));
        return details.get("reason");
    }
}
