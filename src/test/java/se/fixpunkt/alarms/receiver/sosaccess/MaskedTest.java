package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.harness.AtBest;

class MaskedTest {

    @Test
    void onlyThePasswordIsCovered() {
        assertEquals(Documents.alarm().replace(Documents.PASSWORD, "***************"), masked(Documents.alarm()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<authentication>secret",
                "<AUTHENTICATION >secret</authentication>",
                "<a:authentication x='y'>secret</a:authentication>",
                "<authentication><![CDATA[secret]]></authentication>",
                "<authentication><b>secret</b></authentication>",
                "<authentication>x</authentication><authentication>secret</authentication>",
                "<newauthentication>secret</newauthentication>",
                "GET <authentication>secret"
            })
    void howeverItIsWritten(String text) {
        assertFalse(masked(text).contains("secret"), masked(text));
        assertEquals(text.length(), masked(text).length());
    }

    @Test
    void inTwoByteCharactersToo() {
        Bytes wide = Bytes.of((Documents.HEADER + Documents.alarm()).getBytes(StandardCharsets.UTF_16LE));
        Bytes kept = Masked.message(wide);

        assertFalse(kept.text(StandardCharsets.UTF_16LE).contains(Documents.PASSWORD));
    }

    @Test
    void otherElementsAreKept() {
        String text = "<requestnewauthentication><authenticationx>1</authenticationx></requestnewauthentication>";

        assertEquals(text, masked(text));
    }

    @Test
    void takesNoTime() {
        String hostile = "<authentication ".repeat(3000) + "<authentication>".repeat(3000) + "<a:".repeat(2000);

        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> AtBest.within("masking", Duration.ofSeconds(2), () -> AtBest.of(() -> masked(hostile))));
    }

    private static String masked(String text) {
        return Masked.message(Documents.bytes(text)).text(StandardCharsets.ISO_8859_1);
    }
}
