package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;

class DeviceKeyTest {
    private static final String HEX_128 = "000102030405060708090a0b0c0d0e0f";

    @Test
    void sixteenCharactersAreAnAesKeyEvenWhenTheyAreAllDigits() {
        assertArrayEquals(
                "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII),
                DeviceKey.of(Protocol.DC09, "0123456789ABCDEF").aes());
    }

    @Test
    void thirtyTwoHexadecimalDigitsAreSixteenBytes() {
        assertArrayEquals(
                HexFormat.of().parseHex(HEX_128),
                DeviceKey.of(Protocol.DC09, HEX_128).aes());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesCharactersOfEachAesLength(int length) {
        assertEquals(length, DeviceKey.of(Protocol.DC09, "z".repeat(length)).aes().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesHexadecimalOfEachAesLength(int length) {
        assertEquals(length, DeviceKey.of(Protocol.DC09, "0f".repeat(length)).aes().length);
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
