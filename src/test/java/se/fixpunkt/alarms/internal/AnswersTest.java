package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.domain.Bytes;

class AnswersTest {
    @Test
    void severalAnswersComeBackAsTheyWere() {
        List<Bytes> answers = List.of(Bytes.latin1("SIP/2.0 200 OK"), Bytes.NONE, Bytes.of(new byte[] {0, -1, 10}));

        assertEquals(answers, Answers.unpack(Answers.pack(answers)));
    }

    @Test
    void noAnswerTakesNoRoom() {
        assertNull(Answers.pack(List.of()));
        assertEquals(List.of(), Answers.unpack(null));
    }

    @Test
    void tornAnswersAreNotTakenForOthers() {
        byte[] packed = Answers.pack(List.of(Bytes.latin1("ACK")));
        packed[3] = 4;

        assertThrows(IllegalStateException.class, () -> Answers.unpack(packed));
        assertThrows(IllegalStateException.class, () -> Answers.unpack(new byte[] {0, 0}));
        assertThrows(IllegalStateException.class, () -> Answers.unpack(new byte[] {-1, -1, -1, -1}));
    }
}
