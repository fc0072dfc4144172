package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Findings;
import se.fixpunkt.shared.OrganisationId;

class Dc09ExplanationTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    private static final String ENCRYPTED = "\n83DB0076\"*SIA-DCS\"0421L0#1234["
            + "A9868B03438E29943964CFA83755C1BABBFC94ACA2E426B5517909746F1CA07C49CE015F57CA10AEA673F886977FA870\r";
    private static final String KEY = "0123456789ABCDEF";

    private final Dc09Explanation explanation = new Dc09Explanation();

    @Test
    void aRightFrameIsExplainedFieldByFieldWithItsAcknowledgement() {
        Explained explained = explain(FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|Nri1/QA0001]"), null, NOW);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("stored", explained.verdict());
        assertEquals("Nri1/QA0001", Findings.field(explained, "data"));
        assertTrue(text(explained).contains("\"ACK\"0007L0#1234[]"));
    }

    @Test
    void aWrongChecksumIsToldWithTheRightOneAndTheRestIsExplainedAllTheSame() {
        byte[] frame =
                FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|Nri1/QA0001]").toArray();
        frame[1] = '0';
        frame[2] = '0';
        frame[3] = '0';
        frame[4] = '0';
        Explained explained = explain(Bytes.of(frame), null, NOW);

        String right = String.format("%04X", Crc16.of("\"SIA-DCS\"0007L0#1234[#1234|Nri1/QA0001]"));
        assertEquals(List.of("dc09-crc " + right + " 0000"), Findings.wrong(explained));
        assertEquals("bad-crc", explained.verdict());
        assertEquals("Nri1/QA0001", Findings.field(explained, "data"));
        assertEquals(List.of(), explained.answers());
    }

    @Test
    void aWrongLengthIsToldWithTheRightOne() {
        String body = "\"NULL\"0007L0#1234[]";
        Bytes frame = Bytes.latin1(String.format("\n%04X0099%s\r", Crc16.of(body), body));

        assertEquals(List.of("dc09-length 0013 0099"), Findings.wrong(explain(frame, null, NOW)));
    }

    @Test
    void anEncryptedFrameIsReadWithTheDevicesKeyWhichIsNowhereInTheAnswer() {
        Explained explained = explain(Bytes.latin1(ENCRYPTED), KEY, NOW);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("Nri1/QA0001", Findings.field(explained, "data"));
        assertTrue(text(explained).contains("\"*ACK\"0421L0#1234["));
        assertFalse(explained.toString().contains(KEY));
        assertFalse(text(explained).contains(KEY));
    }

    @Test
    void aClockThatIsWrongIsToldInSecondsAndTheEventAllTheSame() {
        Explained explained = explain(Bytes.latin1(ENCRYPTED), KEY, NOW.plusSeconds(99));

        assertEquals(List.of("time-behind 100"), Findings.wrong(explained));
        assertEquals("wrong-time", explained.verdict());
        assertEquals("Nri1/QA0001", Findings.field(explained, "data"));
        assertTrue(text(explained).contains("\"NAK\"0000R0L0A0[]"));
        assertEquals(
                List.of("time-ahead 61"), Findings.wrong(explain(Bytes.latin1(ENCRYPTED), KEY, NOW.minusSeconds(62))));
    }

    @Test
    void aWrongKeyAndNoKeyAreTold() {
        assertEquals(List.of("wrong-key"), Findings.wrong(explain(Bytes.latin1(ENCRYPTED), "0000000000000000", NOW)));
        assertEquals(List.of("no-key"), Findings.wrong(explain(Bytes.latin1(ENCRYPTED), null, NOW)));
    }

    @Test
    void anUnknownDeviceAnAnswerAndAnUnknownEventAreTold() {
        Bytes frame = FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|what is this]");
        assertEquals(
                List.of("unknown-device 1234"),
                Findings.wrong(explanation.explain(frame, identity -> Optional.empty(), NOW)));
        assertEquals(List.of("dc09-event SIA-DCS"), Findings.wrong(explain(frame, null, NOW)));
        assertEquals(
                List.of(),
                Findings.wrong(explain(FrameWriter.frame("\"HENG-BO\"0007L0#1234[#1234|1110 00 001]"), null, NOW)));
        assertEquals(
                List.of("dc09-id SIA-PUL"),
                Findings.wrong(explain(FrameWriter.frame("\"SIA-PUL\"0007L0#1234[#1234|1]"), null, NOW)));
        assertEquals(List.of("answer"), Findings.wrong(explain(FrameWriter.frame("\"ACK\"0007L0#1234[]"), null, NOW)));
        assertEquals(
                List.of("dc09-no-account"), Findings.wrong(explain(FrameWriter.frame("\"NULL\"0007L0[]"), null, NOW)));
    }

    @Test
    void aPlainFrameOfADeviceWithAKeyAndAnAccountThatIsNoneAreTold() {
        Bytes frame = FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|Nri1/QA0001]");
        assertEquals(List.of("dc09-not-encrypted"), Findings.wrong(explain(frame, KEY, NOW)));

        Explained bad = explain(FrameWriter.frame("\"NULL\"0007L0#12-34[]"), null, NOW);
        assertEquals(List.of("dc09-bad-account 12-34"), Findings.wrong(bad));
        assertEquals("bad-account", bad.verdict());
    }

    @Test
    void aChecksumWithTheCarriageReturnInItIsToldAsWhatItIs() {
        Explained explained =
                explain(Bytes.latin1("\nF19A002B\"ADM-CID\"0056L9999#9999[#9999|1900 00 001]\r"), null, NOW);

        assertEquals(List.of("dc09-crc-cr DB4E F19A", "dc09-length 002A 002B"), Findings.wrong(explained));
        assertEquals("bad-crc", explained.verdict());
        assertEquals(List.of(), explained.answers());
    }

    @Test
    void aMissingEndIsToldWithWhatItMeans() {
        Bytes whole = FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|Nri1/QA0001]");
        Bytes withoutEnd = whole.first(whole.length() - 1);
        for (Bytes pasted : List.of(withoutEnd, Bytes.latin1(withoutEnd.text(StandardCharsets.ISO_8859_1) + "\n"))) {
            Explained explained = explain(pasted, null, NOW);
            assertEquals("stored", explained.verdict());
            assertEquals(List.of("dc09-no-cr"), notes(explained));
        }
        assertEquals(List.of("dc09-no-end"), notes(explain(whole.first(whole.length() - 3), null, NOW)));
    }

    @Test
    void aTimeInClearThatCannotBeReadIsToldAndAccepted() {
        Explained explained =
                explain(FrameWriter.frame("\"SIA-DCS\"0007L0#1234[#1234|NBA01]_14:12:04,25-09-2026"), null, NOW);

        assertEquals("stored", explained.verdict());
        assertEquals(List.of("dc09-time-unread"), notes(explained));
    }

    @Test
    void whateverIsPastedIsExplained() {
        Random random = new Random(7);
        byte[] start = ENCRYPTED.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 5000; i++) {
            byte[] broken = start.clone();
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Findings.wrong(explain(Bytes.of(broken, 0, random.nextInt(broken.length)), KEY, NOW));
        }
    }

    private Explained explain(Bytes frame, String key, Instant now) {
        Sender sender = new Sender(
                DeviceId.next(), OrganisationId.next(), Optional.ofNullable(key).map(Bytes::latin1));
        return explanation.explain(frame, identity -> Optional.of(sender), now);
    }

    private static List<String> notes(Explained explained) {
        Findings.wrong(explained);
        return explained.findings().stream()
                .filter(finding -> !finding.wrong())
                .map(Explained.Finding::code)
                .toList();
    }

    private static String text(Explained explained) {
        return explained.answers().get(0).text(StandardCharsets.ISO_8859_1);
    }
}
