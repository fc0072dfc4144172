package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.FrameExplanation.Senders;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Findings;
import se.fixpunkt.shared.OrganisationId;

class ScaipExplanationTest {
    private static final String BODY = "<mrq><ref>R1</ref><cid>12345678</cid><dty>0005</dty><stc>0010</stc></mrq>";
    private static final Senders KNOWN =
            identity -> Optional.of(new Sender(DeviceId.next(), OrganisationId.next(), Optional.empty()));

    private final ScaipExplanation explanation = new ScaipExplanation(Optional.empty());

    @Test
    void aMessageIsExplainedWithTheAnswerItWouldGet() {
        Explained explained = explain(sip("MESSAGE", "12345678", BODY));

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("stored", explained.verdict());
        assertEquals("0005", Findings.field(explained, "dty"));
        assertTrue(text(explained, 0).startsWith("SIP/2.0 200 OK"));
        assertTrue(text(explained, 1).contains("<snu>0</snu>"));
    }

    @Test
    void aBodyAloneIsEnough() {
        Explained explained = explain(BODY);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("R1", Findings.field(explained, "ref"));
        assertTrue(text(explained, 1).contains("<mrs><ref>R1</ref><snu>0</snu>"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(List.of("scaip-snu 7 dty"), Findings.wrong(explain("<mrq><ref>R1</ref><cid>1</cid></mrq>")));
        assertEquals(List.of("scaip-snu 2 invalid format"), Findings.wrong(explain("<mrq><ref>R1</ref><cid>")));
        assertEquals(
                List.of("scaip-header call-id"),
                Findings.wrong(explain(sip("MESSAGE", "12345678", BODY).replace("Call-ID: a\r\n", ""))));
    }

    @Test
    void aSenderThatIsNotItsControllerAnotherMethodAndAnAnswerAreTold() {
        assertEquals(List.of("scaip-from 999 12345678"), Findings.wrong(explain(sip("MESSAGE", "999", BODY))));
        assertEquals(List.of("scaip-method INVITE"), Findings.wrong(explain(sip("INVITE", "12345678", ""))));
        assertEquals(List.of("answer"), Findings.wrong(explain("<mrs><ref>R1</ref><snu>0</snu></mrs>")));
        assertEquals(List.of("answer"), Findings.wrong(explain("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 1.2.3.4\r\n\r\n")));
    }

    @Test
    void whatSipRefusesBeforeTheBodyIsReadIsToldWithItsAnswer() {
        String sip = sip("MESSAGE", "12345678", BODY);
        Explained type = explain(sip.replace("application/scaip+xml", "image/png"));
        assertEquals(List.of("scaip-refused 415 Unsupported Media Type"), Findings.wrong(type));
        assertEquals("refused-415", type.verdict());
        assertTrue(text(type, 0).contains("\r\nAccept: application/scaip+xml\r\n"));

        assertEquals(
                List.of("scaip-refused 420 Bad Extension"),
                Findings.wrong(explain(sip.replace("CSeq", "Require: 100rel\r\nCSeq"))));
        assertEquals(
                List.of("scaip-refused 400 Bad Request - content-length"),
                Findings.wrong(explain(
                        sip.replace("Content-Length: ", "Content-Length: 9").replace("</mrq>", ""))));
        assertEquals(List.of("scaip-method ACK"), Findings.wrong(explain(sip("ACK", "12345678", ""))));
        assertEquals(List.of(), explain(sip("ACK", "12345678", "")).answers());
        Explained via = explain(sip.replaceFirst("Via: .*\r\n", ""));
        assertEquals(List.of("scaip-header Via"), Findings.wrong(via));
        assertTrue(text(via, 0).startsWith("SIP/2.0 400 Bad Request - no via\r\n"));
    }

    @Test
    void aBodyAloneMayBeWrittenInAnyWayThatTheReceiverReads() {
        for (String body : List.of(
                BODY.replace("mrq", "MRQ").replace("cid", "CID"),
                BODY.replace("12345678", " +12345678"),
                BODY.replace("mrq", "scaip"))) {
            assertEquals(List.of(), Findings.wrong(explain(body)), body);
        }
    }

    @Test
    void aMaskedProofOfAPasswordIsNotCalledWrong() {
        Senders guarded = identity ->
                Optional.of(new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.utf8("secret"))));
        String digest =
                "Authorization: Digest username=\"12345678\", realm=\"fixpunkt\", nonce=\"n\", response=\"abc\"\r\n";
        String sip = sip("MESSAGE", "12345678", BODY).replace("CSeq", digest + "CSeq");

        assertEquals(
                List.of("wrong-password"),
                Findings.wrong(explanation.explain(Bytes.utf8(sip), guarded, Instant.EPOCH)));
        Explained masked = explanation.explain(Bytes.utf8(sip.replace("\"abc\"", "\"***\"")), guarded, Instant.EPOCH);
        assertEquals(List.of(), Findings.wrong(masked));
        assertEquals("scaip-masked", masked.findings().get(0).code());
    }

    @Test
    void anUnknownDeviceIsAnsweredAsTheReceiverWould() {
        Explained explained = explanation.explain(Bytes.utf8(BODY), identity -> Optional.empty(), Instant.EPOCH);

        assertEquals(List.of("unknown-device 12345678"), Findings.wrong(explained));
        assertTrue(text(explained, 1).contains("<snu>5</snu>"));
    }

    @Test
    void aHeadIsShownAsItsWriterMeantIt() {
        String sip = sip("MESSAGE", "12345678", BODY).replace("From: <", "From: \"\u00c5ke\" <");
        for (Bytes pasted : List.of(Bytes.utf8(sip), Bytes.latin1(sip))) {
            Explained explained = explanation.explain(pasted, KNOWN, Instant.EPOCH);
            assertEquals("\"\u00c5ke\" <sip:12345678@127.0.0.1>;tag=1", Findings.field(explained, "from"));
        }
    }

    @Test
    void whateverIsPastedIsExplained() {
        Random random = new Random(7);
        byte[] start = sip("MESSAGE", "12345678", BODY).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = start.clone();
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Bytes message = Bytes.of(broken, 0, random.nextInt(broken.length));
            Findings.wrong(explanation.explain(message, KNOWN, Instant.EPOCH));
        }
    }

    private Explained explain(String message) {
        assertTrue(explanation.looksLike(Bytes.utf8(message)));
        return explanation.explain(Bytes.utf8(message), KNOWN, Instant.EPOCH);
    }

    private static String sip(String method, String user, String body) {
        return method
                + " sip:arc@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK1;rport\r\nFrom: <sip:"
                + user + "@127.0.0.1>;tag=1\r\nTo: <sip:arc@127.0.0.1>\r\nCall-ID: a\r\nCSeq: 1 " + method
                + "\r\nContent-Type: application/scaip+xml\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String text(Explained explained, int answer) {
        return explained.answers().get(answer).text(StandardCharsets.UTF_8);
    }
}
