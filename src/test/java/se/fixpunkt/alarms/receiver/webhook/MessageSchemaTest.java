package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;

/** The published schema and the reader say the same. */
class MessageSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(MessageSchemaTest.class.getResourceAsStream("message.schema.json"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"alarm\"}",
                "{\"kind\":\"test\",\"other\":[1]}",
                "{\"kind\":\"restoral\",\"code\":null,\"priority\":9.0}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1,\"longitude\":2,\"accuracy\":null}}",
                "{\"kind\":\"information\",\"position\":null,\"at\":\"2026-09-25T14:12:05.123+02:00\"}",
                "{\"kind\":\"alarm\",\"priority\":1e0}",
                "{\"kind\":\"alarm\",\"priority\":10e-1}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":0.30000000000000004,\"longitude\":1e-05,\"accuracy\":1.5E1}}",
                "{\"kind\":\"alarm\",\"at\":\"1970-01-01T00:00:00Z\"}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1e2,\"longitude\":2}}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":59.32930000000000063664629124104976654052734375,\"longitude\":18.068600000000000260769906"
                        + "58396184444427490234375}}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1,\"longitude\":2,\"accuracy\":1.7976931348623157e308}}",
                "{}",
                "{\"kind\":\"Alarm\"}",
                "{\"kind\":null}",
                "{\"kind\":\"alarm\",\"priority\":\"1\"}",
                "{\"kind\":\"alarm\",\"priority\":0}",
                "{\"kind\":\"alarm\",\"priority\":1.5}",
                "{\"kind\":\"alarm\",\"code\":\"123456789012345678901234567890123\"}",
                "{\"kind\":\"alarm\",\"text\":{}}",
                "{\"kind\":\"alarm\",\"position\":{}}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":91,\"longitude\":2}}",
                "{\"kind\":\"alarm\",\"position\":{\"latitude\":1,\"longitude\":2,\"accuracy\":-1}}"
            })
    void whatTheSchemaAllowsIsRead(String body) {
        boolean allowed = SCHEMA.validate(body, InputFormat.JSON).isEmpty();
        boolean read = Reading.of(Bytes.utf8(body), Instant.parse("2026-09-25T14:12:05Z"))
                .message()
                .isPresent();

        assertEquals(allowed, read);
    }

    /** The schema tells which words say what an alarm is about, and with which priority each begins. */
    @Test
    void theWordsOfTheSchemaAreTheReaders() {
        String told = SCHEMA.getSchemaNode().at("/properties/code/description").asText();
        String words = told.substring(told.indexOf(": personal") + 2);
        for (AlarmKind kind : AlarmKind.values()) {
            Message message = MessageReader.read(
                    Bytes.utf8("{\"kind\":\"alarm\",\"code\":\"" + kind.wire() + "\"}"),
                    Instant.parse("2026-09-25T14:12:05Z"));
            boolean named = words.matches(".*\\b" + kind.wire() + "\\b.*");
            assertEquals(named ? kind : AlarmKind.OTHER, message.about());
        }
    }
}
