package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;

class DeviceKeyTest {
    private static final String HEX_128 = "000102030405060708090a0b0c0d0e0f";

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesCharactersOfEachAesLengthAsTheyAre(int length) {
        String written = "z".repeat(length);
        assertArrayEquals(
                written.getBytes(StandardCharsets.UTF_8),
                DeviceKey.of(Protocol.DC09, written).toBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesHexadecimalOfEachAesLengthAsItIsWritten(int length) {
        String written = "0f".repeat(length);
        assertArrayEquals(
                written.getBytes(StandardCharsets.UTF_8),
                DeviceKey.of(Protocol.DC09, written).toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "123456789012345", "12345678901234567", "nyckelnärlångåä"})
    void refusesWhatCannotBeAnAesKey(String written) {
        assertThrows(InvalidValue.class, () -> DeviceKey.of(Protocol.DC09, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "", "ö"})
    void refusesSecretsThatDoNotSurviveAHeader(String written) {
        assertThrows(InvalidValue.class, () -> DeviceKey.of(Protocol.WEBHOOK, written));
    }

    @Test
    void neverShowsItself() {
        assertFalse(DeviceKey.of(Protocol.DC09, HEX_128).toString().contains("0001"));
    }
}
