package se.fixpunkt.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.fixpunkt.mail.Letter;

class SealedContentTest {

    @Test
    void recipientSubjectAndTextComeBackAsTheyWere() {
        SealedContent content = SealedContent.of(new Letter("ida@test.test", "Välkommen", "Hej\n\nIda"));

        assertEquals(content, SealedContent.read(content.toBytes(), "", ""));
    }

    @Test
    void aLetterWithoutTextComesBack() {
        SealedContent content = SealedContent.of(new Letter("ida@test.test", "Kod 123456", ""));

        assertEquals(content, SealedContent.read(content.toBytes(), "", ""));
    }

    @Test
    void aLetterOfAnEarlierReleaseHasItsRecipientBesideIt() {
        assertEquals(
                new SealedContent("ida@test.test", "Kod", "Rad ett\nRad två"),
                SealedContent.read(bytes("Kod\nRad ett\nRad två"), "ida@test.test", ""));
    }

    @Test
    void aLetterOfTheFirstReleaseHasItsSubjectBesideItToo() {
        assertEquals(
                new SealedContent("ida@test.test", "Kod", "Rad ett\nRad två"),
                SealedContent.read(bytes("Rad ett\nRad två"), "ida@test.test", "Kod"));
    }

    @Test
    void whatTheMailServerSaysIsKeptWithoutTheAddress() {
        SealedContent content = new SealedContent("Ida.Åberg@test.test", "Kod", "");

        assertEquals(
                "550 <…>: no such user; … unknown",
                content.withoutRecipient("550 <ida.åberg@TEST.test>: no such user; Ida.Åberg@test.test unknown"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
