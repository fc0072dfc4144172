package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.InvalidValue;

class MessageReaderTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");

    @Test
    void readsEveryField() {
        Message message = read(
                """
                {"kind": "alarm", "code": "Fall", "text": "Föll i köket 🧯", "priority": 4, "at": "2026-09-25T16:10:00+02:00",
                 "position": {"latitude": 59.3293, "longitude": -18.0686, "accuracy": 10}}""");

        assertEquals(SignalKind.ALARM, message.kind());
        assertEquals(AlarmKind.FALL, message.about());
        assertEquals("Fall", message.code());
        assertEquals(new Priority(4), message.urgency());
        assertEquals(Optional.of(Instant.parse("2026-09-25T14:10:00Z")), message.at());
        assertEquals("Föll i köket 🧯 · 59.3293, -18.0686 ±10 m", message.words());
    }

    @ParameterizedTest
    @CsvSource({
        "alarm,ALARM,OTHER",
        "restoral,RESTORAL,OTHER",
        "heartbeat,HEARTBEAT,TEST",
        "test,TEST,TEST",
        "information,INFORMATION,OTHER"
    })
    void theKindIsEnough(String kind, SignalKind expected, AlarmKind about) {
        Message message = read("{\"kind\":\"" + kind + "\"}");

        assertEquals(expected, message.kind());
        assertEquals(about, message.about());
        assertEquals(about.priority(), message.urgency());
        assertEquals("", message.words());
    }

    @Test
    void aCodeThatIsNoWordOfOursIsKept() {
        Message message = read("{\"kind\":\"alarm\",\"code\":\"X-17\"}");

        assertEquals(AlarmKind.OTHER, message.about());
        assertEquals("X-17", message.words());
        assertEquals(
                AlarmKind.OTHER,
                read("{\"kind\":\"alarm\",\"code\":\"system\"}").about());
    }

    @Test
    void nullCountsAsLeftOut() {
        assertEquals(
                "",
                read("{\"kind\":\"alarm\",\"code\":null,\"text\":null,\"priority\":null,\"at\":null,\"position\":null}")
                        .words());
    }

    @Test
    void unknownFieldsAreKeptInDecoded() {
        String decoded =
                read("{\"kind\":\"alarm\",\"battery\":{\"volts\":3.10,\"low\":false},\"zones\":[1,\"2\",null],\"e\":{}}")
                        .decoded();

        assertEquals(
                """
                kind: alarm
                battery.volts: 3.10
                battery.low: false
                zones[0]: 1
                zones[1]: 2
                zones[2]: null
                e: {}""",
                decoded);
    }

    @Test
    void noValueCanPassForAnotherLine() {
        Message message = read("{\"kind\":\"alarm\",\"text\":\"a\\nkind: test\\u0000\\u2028\",\"x\\ny\":\"\\ud800\"}");

        assertEquals("kind: alarm\ntext: a\\u000akind: test\\u0000\\u2028\nx\\u000ay: \ufffd", message.decoded());
    }

    @Test
    void decodedIsBounded() {
        Message message = read("{\"kind\":\"alarm\",\"x\":\"" + "å".repeat(30_000) + "\",\"y\":1}");

        assertTrue(message.decoded().length() < 16_010);
        assertFalse(message.decoded().contains("y: 1"));
    }

    @Test
    void aTimeAheadOfOursIsNotUsed() {
        assertEquals(
                Optional.empty(),
                read("{\"kind\":\"alarm\",\"at\":\"2026-09-25T14:18:00Z\"}").at());
        assertEquals(
                Optional.empty(),
                read("{\"kind\":\"alarm\",\"at\":\"9999-12-31T23:59:59Z\"}").at());
    }

    /** A clock that has begun anew makes no alarm less of one. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "0000-01-01T00:00:00Z"})
    void aTimeOfAClockThatHasBegunAnewIsNotUsed(String at) {
        assertEquals(
                Optional.empty(),
                read("{\"kind\":\"alarm\",\"at\":\"" + at + "\"}").at());
    }

    @Test
    void aTimeMayHaveMoreDecimalsThanAClockHas() {
        assertEquals(
                Optional.of(Instant.parse("2026-09-25T14:10:00.123456789Z")),
                read("{\"kind\":\"alarm\",\"at\":\"2026-09-25T14:10:00.1234567891234Z\"}")
                        .at());
    }

    /** A sensor's flood is water; ours is one of alarms. */
    @ParameterizedTest
    @ValueSource(strings = {"flood", "silence", "security", "system"})
    void whatOnlyWeRaiseIsNoSendersWord(String code) {
        Message message = read("{\"kind\":\"alarm\",\"code\":\"" + code + "\"}");

        assertEquals(AlarmKind.OTHER, message.about());
        assertEquals(new Priority(2), message.urgency());
    }

    @ParameterizedTest
    @CsvSource({
        "59.32930000000000012345,59.3293000",
        "0.30000000000000004,0.3000000",
        "1e-05,0.00001",
        "5.93293E1,59.3293",
        "59,59"
    })
    void aPlaceIsReadHoweverAProgramWritesItsNumbers(String latitude, String shown) {
        Message message = read("{\"kind\":\"alarm\",\"position\":{\"latitude\":" + latitude + ",\"longitude\":18}}");

        assertEquals(shown + ", 18", message.words());
        assertEquals(
                0, new BigDecimal(shown).compareTo(message.place().orElseThrow().latitude()));
    }

    /** As PHP with {@code serialize_precision=100} writes it, and Java's {@code BigDecimal} of a double. */
    @ParameterizedTest
    @ValueSource(doubles = {59.3293, -0.1, 1e-17, Double.MIN_VALUE})
    void aPlaceMayBeWrittenToTheLastDigit(double degrees) {
        BigDecimal exact = new BigDecimal(degrees);
        Message message = read("{\"kind\":\"alarm\",\"position\":{\"latitude\":" + exact.toPlainString()
                + ",\"longitude\":" + degrees + "}}");

        assertEquals(
                exact.setScale(6, RoundingMode.HALF_EVEN),
                message.place().orElseThrow().latitude());
        assertTrue(message.words().length() < 30, message::words);
    }

    /** A number is small or large without becoming long. */
    @ParameterizedTest
    @CsvSource({"1e-999,0.0000000", "0e999,0", "0e-999,0.0000000", "5.9e+001,59"})
    void anExponentMayHaveThreeDigits(String latitude, String shown) {
        String body = "{\"kind\":\"alarm\",\"position\":{\"latitude\":" + latitude + ",\"longitude\":18}}";

        assertEquals(shown + ", 18", read(body).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157e308", "1e999", "1e9", "20040001"})
    void anAccuracyThatSaysNothingIsNotShown(String accuracy) {
        Message message = read(
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":59,\"longitude\":18,\"accuracy\":" + accuracy + "}}");

        assertEquals("59, 18", message.words());
        assertTrue(message.decoded().contains("position.accuracy: " + accuracy), message::decoded);
    }

    @Test
    void aCodeIsCountedInCharacters() {
        assertEquals(
                "\uD83E\uDDEF".repeat(32),
                read("{\"kind\":\"alarm\",\"code\":\"" + "\uD83E\uDDEF".repeat(32) + "\"}")
                        .code());
        assertEquals(
                32,
                read("{\"kind\":\"alarm\",\"code\":\"" + "\\u0001".repeat(32) + "\"}")
                        .code()
                        .length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|kind|required",
                "{\"kind\":null}|kind|required",
                "{\"kind\":7}|kind|not-a-string",
                "{\"kind\":\"ALARM\"}|kind|unknown",
                "{\"kind\":\"alarm\",\"kind\":\"test\"}|kind|duplicate",
                "{\"kind\":\"alarm\",\"a\":{\"b\":1,\"b\":1}}|a.b|duplicate",
                "{\"kind\":\"alarm\",\"code\":12}|code|not-a-string",
                "{\"kind\":\"alarm\",\"code\":\"123456789012345678901234567890123\"}|code|too-long",
                "{\"kind\":\"alarm\",\"text\":[\"a\"]}|text|not-a-string",
                "{\"kind\":\"alarm\",\"priority\":\"3\"}|priority|not-a-number",
                "{\"kind\":\"alarm\",\"priority\":true}|priority|not-a-number",
                "{\"kind\":\"alarm\",\"priority\":3.5}|priority|not-an-integer",
                "{\"kind\":\"alarm\",\"priority\":1e999999999}|priority|not-an-integer",
                "{\"kind\":\"alarm\",\"priority\":0}|priority|out-of-range",
                "{\"kind\":\"alarm\",\"priority\":10}|priority|out-of-range",
                "{\"kind\":\"alarm\",\"at\":1790000000}|at|not-a-string",
                "{\"kind\":\"alarm\",\"at\":\"2026-09-25\"}|at|malformed",
                "{\"kind\":\"alarm\",\"at\":\"2026-09-25T14:12:05\"}|at|malformed",
                "{\"kind\":\"alarm\",\"at\":\"2026-02-30T14:12:05Z\"}|at|malformed",
                "{\"kind\":\"alarm\",\"at\":\"+999999999-01-01T00:00:00Z\"}|at|malformed",
                "{\"kind\":\"alarm\",\"position\":\"59,18\"}|position|not-an-object",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":59}}|position.longitude|required",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":\"59\",\"longitude\":18}}|position.latitude|not-a-number",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":90.1,\"longitude\":18}}|position.latitude|out-of-range",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1e400,\"longitude\":18}}|position.latitude|out-of-range",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1e9999,\"longitude\":18}}|position.latitude|out-of-range",
                "{\"kind\":\"alarm\",\"priority\":1e999}|priority|out-of-range"
            })
    void namesTheFieldThatIsWrong(String body, String field, String reason) {
        InvalidValue refused = assertThrows(InvalidValue.class, () -> read(body));

        assertEquals(Map.of("field", field, "reason", reason), refused.details());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"alarm\"",
                "{",
                "{\"kind\":\"alarm\"",
                "{\"kind\":\"alarm\"}x",
                "{\"kind\":\"alarm\"}{}",
                "{'kind':'alarm'}",
                "{\"kind\":\"alarm\",}",
                "{\"kind\":NaN}",
                "{\"kind\":\"a\u0000\"}",
                "{\"kind\":\"alarm\"}\u0000",
                "{\"kind\":\"alarm\n\"}",
                "{\"kind\":01}"
            })
    void whatIsNoJsonObjectIsNone(String body) {
        assertThrows(JsonException.class, () -> read(body));
    }

    @Test
    void otherEncodingsAreNone() {
        String body = "{\"kind\":\"alarm\",\"text\":\"Föll\"}";
        assertThrows(JsonException.class, () -> read(body.getBytes(StandardCharsets.ISO_8859_1)));
        assertThrows(JsonException.class, () -> read(body.getBytes(StandardCharsets.UTF_16)));
        assertEquals("Föll", read("\ufeff" + body).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void depthIsBounded(String opening) {
        String body = "{\"kind\":\"alarm\",\"x\":" + opening.repeat(10_000);
        assertEquals(
                Map.of("field", "body", "reason", "too-deep"),
                assertThrows(InvalidValue.class, () -> read(body)).details());
    }

    @Test
    void theNumberOfValuesIsBounded() {
        String body = "{\"kind\":\"alarm\",\"x\":[" + "1,".repeat(5000) + "1]}";
        assertEquals(
                "too-many-values",
                assertThrows(InvalidValue.class, () -> read(body)).details().get("reason"));
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body) {
        Reading reading = Reading.of(Bytes.of(body), NOW);
        assertTrue(reading.message().isPresent() != reading.problem().isPresent());
    }

    @Property
    void anyTextIsKept(@ForAll String text) {
        String body = jakarta.json.Json.createObjectBuilder()
                .add("kind", "alarm")
                .add("text", text)
                .add(text + "x", text)
                .build()
                .toString();
        Reading reading = Reading.of(Bytes.utf8(body), NOW);
        assertTrue(reading.message().isPresent() != reading.problem().isPresent());
        reading.message()
                .ifPresent(message -> assertTrue(message.decoded().lines().count() <= 3));
    }

    private static Message read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Message read(byte[] body) {
        return MessageReader.read(Bytes.of(body), NOW);
    }
}
