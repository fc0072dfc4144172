package se.fixpunkt.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.fixpunkt.mail.Letter;

class SealedContentTest {

    @Test
    void subjectAndTextComeBackAsTheyWere() {
        SealedContent content = SealedContent.of(new Letter("ida@test.test", "Välkommen", "Hej\n\nIda"));

        assertEquals(content, SealedContent.read(content.toBytes(), ""));
    }

    @Test
    void aLetterOfAnEarlierReleaseHasItsSubjectBesideIt() {
        assertEquals(
                new SealedContent("Kod", "Rad ett\nRad två"),
                SealedContent.read("Rad ett\nRad två".getBytes(StandardCharsets.UTF_8), "Kod"));
    }
}
