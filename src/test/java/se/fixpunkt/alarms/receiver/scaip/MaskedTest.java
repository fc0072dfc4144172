package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.domain.Bytes;

class MaskedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Digest response=\"a1b2\", nc=1 | Authorization: Digest response=\"****\", nc=1",
                "authorization : Digest cnonce=\"c\",RESPONSE = a1b2,nc=1 | authorization : Digest"
                        + " cnonce=\"c\",RESPONSE = ****,nc=1",
                "Proxy-Authorization: Digest response=\"a1b2 | Proxy-Authorization: Digest response=\"****",
                "Authorization: Digest nc=1,\\r"
                        + "\\n"
                        + "\\tresponse=\"a1b2\" | Authorization: Digest nc=1,\\r"
                        + "\\n"
                        + "\\tresponse=\"****\"",
                "Authorization: Digest x-response=\"a1b2\" | Authorization: Digest x-response=\"a1b2\"",
                "Subject: response=\"a1b2\" | Subject: response=\"a1b2\""
            })
    void onlyTheResponseIsHiddenAndItsLengthIsKept(String sent, String kept) {
        String head = "MESSAGE sip:a SIP/2.0\r\n";

        assertEquals(head + unescaped(kept) + "\r\n\r\nåäö", text(head + unescaped(sent) + "\r\n\r\nåäö"));
    }

    @Test
    void everyFieldIsHiddenWhenThereAreSeveral() {
        String sent = "Authorization: Digest response=\"a\"\nAuthorization: Digest response=\"bcd\"\n";

        assertEquals(sent.replace("\"a\"", "\"*\"").replace("bcd", "***"), text(sent));
    }

    @Test
    void aMessageWithoutCredentialsIsKeptAsItIs() {
        Bytes raw = Bytes.utf8("MESSAGE sip:a SIP/2.0\r\n\r\nresponse=\"a\"");

        assertSame(raw, Masked.message(raw));
    }

    @Property
    void noByteIsLost(@ForAll byte[] bytes) {
        assertEquals(bytes.length, Masked.message(Bytes.of(bytes)).length());
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }

    private static String text(String sent) {
        return Masked.message(Bytes.utf8(sent)).text(StandardCharsets.UTF_8);
    }
}
