package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.AReactor;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.harness.AtBest;
import se.fixpunkt.harness.Waiting;

class ScaipReceiverTest {
    private final AnIntake intake = new AnIntake().knows("12345678", null);
    private final AReactor reactor = new AReactor(intake, Clock.systemUTC());
    private final Set<String> messages = new HashSet<>();
    private DatagramSocket device;

    @BeforeEach
    void open() throws IOException {
        device = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        device.setSoTimeout(60_000);
    }

    @AfterEach
    void close() throws InterruptedException {
        device.close();
        reactor.stop();
    }

    @Test
    void answersAnAlarmWithAnEmpty200AndThenAMessageOfItsOwn() throws IOException {
        send(message("b1", mrq("A1", "ME", "0003", "0010")));

        String ok = receive();
        assertTrue(
                ok.startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKb1;rport="
                        + device.getLocalPort() + ";received=127.0.0.1\r\n"),
                ok);
        assertTrue(ok.endsWith("Content-Length: 0\r\n\r\n"), ok);
        assertTrue(ok.contains("\r\nTo: <sip:arc@127.0.0.1>;tag="), ok);

        String message = receive();
        assertTrue(
                message.startsWith("MESSAGE sip:12345678@127.0.0.1:" + device.getLocalPort() + " SIP/2.0\r\n"),
                message);
        assertTrue(message.contains("\r\nContent-Type: application/scaip+xml\r\n"), message);
        assertTrue(message.contains("\r\nTo: <sip:12345678@192.0.2.10>\r\n"), message);
        assertTrue(message.endsWith("\r\n\r\n<mrs><ref>A1</ref><snu>0</snu><mre>1</mre><cre>61</cre></mrs>"), message);
        assertFalse(message.contains("Call-ID: c1"), message);
        assertEquals(SignalKind.ALARM, intake.signals().get(0).kind());
    }

    @Test
    void sendsItsMessageAgainUntilTheDeviceHasResponded() throws IOException {
        AtomicInteger round = new AtomicInteger();
        AtBest.within(
                "the first repetition", Duration.ofMillis(900), () -> untilTheFirstRepetition(round.incrementAndGet()));
        device.setSoTimeout(1500);
        assertThrows(SocketTimeoutException.class, this::receiveAny);
    }

    private Duration untilTheFirstRepetition(int round) throws IOException {
        long asked = System.nanoTime();
        send(message("b" + round, mrq("A" + round, "ME", "0003", "0010")));
        receiveAny();
        String first = receiveAny();
        assertEquals(first, receiveAny());
        Duration wait = AtBest.since(asked);
        assertTrue(wait.toMillis() >= 500, wait::toString);

        send(responseTo(first));
        Waiting.until(
                "the delivery is noted",
                Duration.ofSeconds(60),
                () -> intake.notes().stream()
                                .filter(note -> note.verdict().equals("delivered"))
                                .count()
                        == round);
        forgetWhatHasCome();
        return wait;
    }

    /** What was sent before the device's response was heard is here by now. */
    private void forgetWhatHasCome() throws IOException {
        device.setSoTimeout(1);
        try {
            while (true) {
                receiveAny();
            }
        } catch (SocketTimeoutException nothingMore) {
            device.setSoTimeout(60_000);
        }
    }

    @Test
    void answersARetransmissionFromItsTransaction() throws IOException {
        String request = message("b1", mrq("A1", "ME", "0003", "0010"));
        send(request);
        String ok = receive();
        send(responseTo(receive()));

        send(request);

        assertEquals(ok, receive());
        device.setSoTimeout(700);
        assertThrows(SocketTimeoutException.class, this::receive);
        assertEquals(1, intake.signals().size());
    }

    @Test
    void swallowsARetransmissionWhileTheCommitIsUnderWay() throws IOException {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        intake.commitsAfter(commit);
        String request = message("b1", mrq("A1", "ME", "0003", "0010"));
        send(request);
        send(request);
        device.setSoTimeout(400);
        assertThrows(SocketTimeoutException.class, this::receive);
        commit.complete(null);
        device.setSoTimeout(60_000);
        assertTrue(receive().startsWith("SIP/2.0 200"));
        assertTrue(receive().startsWith("MESSAGE"));
    }

    @Test
    void aNewMessageWithTheSameReferenceGetsTheStoredAnswer() throws IOException {
        send(message("b1", mrq("A1", "ME", "0003", "0010")));
        receive();
        String first = receive();
        send(responseTo(first));
        send(message("b2", mrq("A1", "ME", "0003", "0010")));

        assertTrue(receive().contains("branch=z9hG4bKb2"));
        String again = receive();
        assertEquals(body(first), body(again));
        assertEquals(1, intake.signals().size());
    }

    @ParameterizedTest
    @CsvSource({
        "RE, 0010, <mrs><ref>A1</ref><snu>0</snu></mrs>",
        "IN, 0016, <mrs><ref>A1</ref><snu>0</snu></mrs>",
        "PI, 0070, <mrs><ref>A1</ref><snu>0</snu></mrs>",
        "ME, 0019, <mrs><ref>A1</ref><snu>0</snu></mrs>",
        "XX, 0010, <mrs><ref>A1</ref><snu>3</snu><ste>mty</ste></mrs>",
    })
    void answersEachKindAsTheTableSays(String mty, String stc, String mrs) throws IOException {
        send(message("b1", mrq("A1", mty, "0003", stc)));
        assertTrue(receive().startsWith("SIP/2.0 200"));
        assertEquals(mrs, body(receive()));
    }

    @Test
    void sendsAnUnknownDeviceAway() throws IOException {
        send(message("b1", mrq("A1", "ME", "0003", "0010")).replace("12345678", "87654321"));
        receive();
        assertEquals("<mrs><ref>A1</ref><snu>5</snu><mre>0</mre><cre>0</cre></mrs>", body(receive()));
    }

    @Test
    void refusesAControllerThatIsNotTheSender() throws IOException {
        send(message("b1", mrq("A1", "ME", "0003", "0010").replace("12345678", "87654321")));
        receive();
        assertEquals("<mrs><ref>A1</ref><snu>3</snu><ste>cid</ste></mrs>", body(receive()));
    }

    @Test
    void saysBusyWhenTheAlarmCannotBeStored() throws IOException {
        intake.goesAway();
        send(message("b1", mrq("A1", "ME", "0003", "0010")));
        assertTrue(receive().startsWith("SIP/2.0 200"));
        assertEquals("<mrs><ref>A1</ref><snu>6</snu></mrs>", body(receive()));
    }

    @Test
    void refusesABodyThatCannotBeRead() throws IOException {
        send(message(
                "b1",
                "<!DOCTYPE mrq [<!ENTITY x SYSTEM"
                        + " \"file:///etc/hostname\">]><mrq><ref>A5</ref><cid>1</cid><dty>&x;</dty></mrq>"));
        receive();
        assertEquals("<mrs><ref>A5</ref><snu>2</snu><ste>invalid format</ste></mrs>", body(receive()));

        send(message("b2", "nonsense"));
        while (true) {
            String answer = receive();
            if (answer.startsWith("SIP/2.0")) {
                assertTrue(answer.startsWith("SIP/2.0 400"), answer);
                return;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, 200", "INVITE, 405", "SUBSCRIBE, 405", "REGISTER, 405"})
    void tellsWhatItUnderstands(String method, int status) throws IOException {
        send(message("b1", "").replace("MESSAGE", method));
        String answer = receive();
        assertTrue(answer.startsWith("SIP/2.0 " + status), answer);
        assertTrue(answer.contains("\r\nAllow: MESSAGE, OPTIONS\r\n"), answer);
    }

    @Test
    void refusesWhatIsIncomplete() throws IOException {
        send(message("b1", "x").replaceFirst("Call-ID: .*\r\n", ""));
        assertTrue(receive().startsWith("SIP/2.0 400"));
        send(message("b2", "x").replace("application/scaip+xml", "image/png"));
        assertTrue(receive().startsWith("SIP/2.0 415"));
        send(message("b3", "x").replace("SIP/2.0\r\nVia", "SIP/3.0\r\nVia"));
        assertTrue(receive().startsWith("SIP/2.0 505"));
    }

    @Test
    void staysSilentToKeepAlivesAndGarbage() throws IOException {
        send("\r\n\r\n");
        send("GET / HTTP/1.1\r\n\r\n");
        device.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, this::receive);
        send(message("b1", mrq("A1", "ME", "0003", "0010")));
        assertTrue(receive().startsWith("SIP/2.0 200"));
        assertEquals(1, intake.notes().size());
    }

    @Test
    void answersOverTheSameTcpConnection() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(reactor.sip(), 60_000);
            socket.setSoTimeout(60_000);
            byte[] request = message("b1", mrq("A1", "ME", "0003", "0010"))
                    .replace("UDP", "TCP")
                    .getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(request, 0, 100);
            socket.getOutputStream().flush();
            socket.getOutputStream().write(request, 100, request.length - 100);
            String answers = until(socket.getInputStream(), "</mrs>");

            assertTrue(answers.startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP"), answers);
            assertTrue(
                    answers.contains("MESSAGE sip:12345678@127.0.0.1:" + socket.getLocalPort()
                            + ";transport=tcp SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:"
                            + reactor.sip().getPort()),
                    answers);

            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals('\r', socket.getInputStream().read());
            assertEquals('\n', socket.getInputStream().read());
        }
    }

    @Test
    void answersAPingAlsoBeforeTheFirstMessage() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(reactor.sip(), 60_000);
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals("\r\n", new String(socket.getInputStream().readNBytes(2), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void sendsAWebBrowserAway() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(reactor.sip(), 60_000);
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void asksADeviceWithAPasswordForItAndBelievesEachAnswerOnce() throws IOException {
        intake.knows("12345678", "correct horse").remembersProofs();
        send(message("b1", mrq("A1", "ME", "0003", "0010")));
        String challenge = receive();
        assertTrue(challenge.startsWith("SIP/2.0 401 Unauthorized"), challenge);
        assertEquals(challenge.indexOf("WWW-Authenticate:"), challenge.lastIndexOf("WWW-Authenticate:"), challenge);
        String nonce = challenge.replaceAll("(?s).*?nonce=\"([^\"]+)\".*", "$1");

        String right = "Authorization: " + DigestTest.authorization("SHA-256", nonce, "00000001", "correct horse");
        send(message("b2", mrq("A1", "ME", "0003", "0010")).replace("Max-Forwards", right + "\r\nMax-Forwards"));
        assertTrue(receive().startsWith("SIP/2.0 200"));
        send(responseTo(receive()));

        send(message("b3", mrq("A2", "ME", "0003", "0010")).replace("Max-Forwards", right + "\r\nMax-Forwards"));
        assertTrue(receive().contains("stale=true"));
        String wrong = "Authorization: " + DigestTest.authorization("MD5", nonce, "00000002", "guess");
        send(message("b4", mrq("A3", "ME", "0003", "0010")).replace("Max-Forwards", wrong + "\r\nMax-Forwards"));
        assertTrue(receive().startsWith("SIP/2.0 401"));
        assertEquals(1, intake.signals().size());
        assertEquals("wrong-password", intake.verdicts().get(3));
    }

    /** PJSIP's initial_auth; a wrong password would be a security event. */
    @Test
    void asksADeviceThatSendsCredentialsBeforeItWasAsked() throws IOException {
        intake.knows("12345678", "correct horse");
        String empty = "Authorization: Digest username=\"12345678\", realm=\"fixpunkt\", nonce=\"\","
                + " uri=\"sip:arc@127.0.0.1\", response=\"\"";
        send(message("b1", mrq("A1", "ME", "0003", "0010")).replace("Max-Forwards", empty + "\r\nMax-Forwards"));
        assertTrue(receive().startsWith("SIP/2.0 401"));
        assertEquals(List.of("challenged"), intake.verdicts());
    }

    @Test
    void asksForTheDeviceBehindAProxy() throws IOException {
        send(relayed("b1", mrq("A1", "ME", "0003", "0010"))
                .replace(
                        "Max-Forwards",
                        "Record-Route: <sip:p2.invalid;lr>\r\nRecord-Route: <sip:p1.invalid;lr>\r\nMax-Forwards"));
        assertTrue(receive().contains("\r\nVia: SIP/2.0/UDP 10.0.0.5;branch=z9hG4bKdevice\r\n"));
        String message = receive();

        assertTrue(message.startsWith("MESSAGE sip:12345678@192.0.2.10 SIP/2.0\r\n"), message);
        assertTrue(message.contains("\r\nRoute: <sip:p2.invalid;lr>\r\nRoute: <sip:p1.invalid;lr>\r\nFrom: "), message);
        assertTrue(message.contains("\r\nTo: <sip:12345678@192.0.2.10>\r\n"), message);
    }

    @Test
    void aProxyThatSendsItsMessageBackHasDeliveredNothing() throws IOException {
        send(relayed("b1", mrq("A1", "ME", "0003", "0010")));
        receive();
        String message = receive();
        String proxy = "Via: SIP/2.0/UDP 127.0.0.1:" + device.getLocalPort() + ";branch=z9hG4bKproxy;rport\r\n";

        send(message.replaceFirst("Via: ", proxy + "Via: "));
        String answer = receive();
        assertTrue(answer.startsWith("SIP/2.0 482 Loop Detected\r\n"), answer);
        send(answer.replaceFirst("Via: [^\r]*\r\n", ""));

        Waiting.until("the refusal is noted", Duration.ofSeconds(60), () -> intake.notes().stream()
                .anyMatch(note -> note.direction() == Overheard.Direction.IN
                        && note.verdict().equals("refused-482")
                        && note.raw().text(StandardCharsets.UTF_8).startsWith("SIP/2.0")));
        assertTrue(intake.notes().stream().noneMatch(note -> note.verdict().equals("delivered")));
    }

    /** RFC 3261 §8.2.6.2: From goes back as it came. */
    @Test
    void copiesWhatItWasSentByteForByte() throws IOException {
        String name = "\"\u00c5ke\" <sip:12345678@192.0.2.10>;tag=d1";
        byte[] request = message("b1", mrq("A1", "ME", "0003", "0010"))
                .replaceFirst("From: [^\r]*", "From: " + name)
                .getBytes(StandardCharsets.ISO_8859_1);
        device.send(new DatagramPacket(request, request.length, reactor.sip()));
        DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
        device.receive(answer);

        String ok = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.ISO_8859_1);
        assertTrue(ok.contains("\r\nFrom: " + name + "\r\n"), ok);
    }

    @Test
    void takesAnAlarmThatTellsMoreThanItSends() throws IOException {
        String alarm = message("b1", mrq("A1", "ME", "0003", "0010"));
        send(alarm.replaceFirst("Content-Length: [0-9]*", "Content-Length: 400"));
        assertTrue(receive().startsWith("SIP/2.0 200"));
        assertTrue(receive().contains("<snu>0</snu>"));

        send(alarm.replace("b1", "b2")
                .replaceFirst("Content-Length: [0-9]*", "Content-Length: 400")
                .replace("</mrq>", ""));
        assertTrue(receive().startsWith("SIP/2.0 400"));
        assertEquals(1, intake.signals().size());
    }

    @Test
    void takesEveryAlarmOfAConnectionWhoseLengthsAreWrong() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(reactor.sip(), 60_000);
            socket.setSoTimeout(60_000);
            for (int more : List.of(0, 1, 20)) {
                String body = "<mrq><ref>A" + more
                        + "</ref><cid>12345678</cid><dty>0003</dty><lte>Kök på övre plan</lte></mrq>";
                String request = message("b" + more, body)
                        .replace("UDP", "TCP")
                        .replaceFirst("Content-Length: [0-9]*", "Content-Length: " + (body.length() + more));
                socket.getOutputStream().write((request + "\0").getBytes(StandardCharsets.UTF_8));
                String answers = until(socket.getInputStream(), "</mrs>");
                assertTrue(answers.contains("<snu>0</snu>"), answers);
            }
        }
        assertEquals(3, intake.signals().size());
        assertEquals("Kök på övre plan", intake.signals().get(2).text());
    }

    /** Each of the three would otherwise get the first one's 200 and never an answer of its own. */
    @Test
    void takesTheNextAlarmOfADeviceThatNeverChangesItsBranch() throws IOException {
        String first = message("b1", mrq("A1", "ME", "0003", "0010"));
        for (String request : List.of(
                first,
                first.replace("<ref>A1", "<ref>A2"),
                first.replace("<ref>A1", "<ref>A3").replace("Call-ID: c1", "Call-ID: c3"))) {
            send(request);
            assertTrue(receive().startsWith("SIP/2.0 200"));
            send(responseTo(receive()));
        }

        assertEquals(3, intake.signals().size());
    }

    @Test
    void aCancellationUnderTheAlarmsOwnReferenceIsNoRepeat() throws IOException {
        for (String status : List.of("0010", "0010", "0019")) {
            send(message("b" + System.nanoTime(), mrq("A1", "ME", "0003", status)));
            receive();
            send(responseTo(receive()));
        }

        assertEquals(
                List.of(SignalKind.ALARM, SignalKind.RESTORAL),
                intake.signals().stream().map(Signal::kind).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tel:12345678>",
                "<tel:+1234-56.78>",
                "<tel:+12345678;phone-context=x>",
                "<sip:0012345678@192.0.2.10>"
            })
    void believesAControllerHoweverItsNumberIsWritten(String from) throws IOException {
        send(message("b1", mrq("A1", "ME", "0003", "0010")).replace("<sip:12345678@192.0.2.10>", from));
        receive();
        assertTrue(receive().contains("<snu>0</snu>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application / scaip+xml",
                "application/scaip",
                "application/scaip+xml, text/plain",
                "c: text/xml;charset=utf-8"
            })
    void readsXmlUnderEveryNameThatItIsGiven(String type) throws IOException {
        String field = type.startsWith("c:") ? type : "Content-Type: " + type;
        send(message("b1", mrq("A1", "ME", "0003", "0010")).replace("Content-Type: application/scaip+xml", field));
        assertTrue(receive().startsWith("SIP/2.0 200"));
    }

    @Test
    void keepsNoDigestThatPasswordsCouldBeTriedOn() throws IOException {
        String digest = "Authorization: Digest username=\"12345678\",\r\n response=\"0123456789abcdef\", cnonce=\"x\"";
        String request =
                message("b1", mrq("A1", "ME", "0003", "0010")).replace("Max-Forwards", digest + "\r\nMax-Forwards");
        send(request);
        receive();
        receive();
        send(request.replace("b1", "b2").replace("application/scaip+xml", "image/png"));
        receive();

        String taken = intake.arrivals().get(0).raw().text(StandardCharsets.UTF_8);
        assertEquals(request.replace("0123456789abcdef", "*".repeat(16)), taken);
        assertTrue(intake.notes().stream()
                .noneMatch(note -> note.raw().text(StandardCharsets.UTF_8).contains("0123456789abcdef")));
    }

    @Test
    void tellsTheOperatorWhatToCallWhenTheDeviceDoesNot() throws IOException {
        String alarm = mrq("A1", "ME", "0003", "0010");
        send(message("b1", alarm.replace("sip:</crd>", "gsm:+4670</crd><crd>sip:</crd><cha>1</cha>")));
        receive();
        send(message("b2", alarm.replace("A1", "A2").replace("sip:</crd>", "gsm:+4670</crd><cha>0</cha>")));
        receive();
        Waiting.until(
                "both are taken", Duration.ofSeconds(5), () -> intake.signals().size() == 2);

        assertEquals(
                List.of(
                        "Personburen sändare (dty 0003 stc 0010) · gsm:+4670",
                        "Personburen sändare (dty 0003 stc 0010)"),
                intake.signals().stream().map(Signal::text).toList());
    }

    @Test
    void tellsHowOldAPositionIs() throws IOException {
        send(message(
                "b1",
                "<mrq><ref>A1</ref><cid>12345678</cid><dty>0051</dty><lge><geo>geo:59.3,18.1</geo>"
                        + "<tim>2026-03-01T11:00:00Z</tim></lge></mrq>"));
        receive();

        assertEquals(
                "Positionssändare (dty 0051) · 59.300000, 18.100000 (2026-03-01T11:00:00Z)",
                intake.signals().get(0).text());
    }

    @Test
    void sendsItsMessageToWhereTheRequestCameFrom() throws IOException {
        try (DatagramSocket told = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            told.setSoTimeout(60_000);
            send(message("b1", mrq("A1", "ME", "0003", "0010"))
                    .replace(
                            "127.0.0.1:5060;branch=z9hG4bKb1;rport",
                            "127.0.0.1:" + told.getLocalPort() + ";branch=z9hG4bKb1"));
            DatagramPacket ok = new DatagramPacket(new byte[4096], 4096);
            told.receive(ok);
            assertTrue(new String(ok.getData(), 0, ok.getLength(), StandardCharsets.UTF_8).startsWith("SIP/2.0 200"));
            assertTrue(receive().startsWith("MESSAGE sip:12345678@127.0.0.1:" + device.getLocalPort()));
        }
    }

    private static String mrq(String ref, String mty, String dty, String stc) {
        return "<mrq><ref>" + ref + "</ref><ver>01.00</ver><mty>" + mty + "</mty><cid>12345678</cid><dty>" + dty
                + "</dty><stc>" + stc + "</stc><crd>sip:</crd></mrq>";
    }

    private static String message(String branch, String body) {
        return String.join(
                "\r\n",
                "MESSAGE sip:arc@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK" + branch + ";rport",
                "Max-Forwards: 70",
                "From: <sip:12345678@192.0.2.10>;tag=d1",
                "To: <sip:arc@127.0.0.1>",
                "Call-ID: c1@192.0.2.10",
                "CSeq: 1 MESSAGE",
                "Content-Type: application/scaip+xml",
                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
                "",
                body);
    }

    /** As a proxy passes it on. */
    private static String relayed(String branch, String body) {
        return message(branch, body)
                .replaceFirst("Max-Forwards", "Via: SIP/2.0/UDP 10.0.0.5;branch=z9hG4bKdevice\r\nMax-Forwards");
    }

    private static String responseTo(String message) {
        StringBuilder response = new StringBuilder("SIP/2.0 200 OK\r\n");
        message.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("(?:Via|From|To|Call-ID|CSeq): .*"))
                .forEach(line -> response.append(line).append("\r\n"));
        return response.append("Content-Length: 0\r\n\r\n").toString();
    }

    private static String body(String message) {
        return message.substring(message.indexOf("\r\n\r\n") + 4);
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        device.send(new DatagramPacket(bytes, bytes.length, reactor.sip()));
    }

    /** Without repetitions of the centre's own messages: they come when the test is kept from responding for half a second. */
    private String receive() throws IOException {
        String next = receiveAny();
        while (next.startsWith("MESSAGE") && !messages.add(next)) {
            next = receiveAny();
        }
        return next;
    }

    private String receiveAny() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        device.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private static String until(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertTrue(next >= 0, () -> "closed after " + text);
            text.append((char) next);
        }
        return text.toString();
    }
}
