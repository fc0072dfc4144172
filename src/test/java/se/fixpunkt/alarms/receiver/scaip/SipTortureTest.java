package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixpunkt.alarms.receiver.AReactor;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.harness.Waiting;

/** Our own messages with the oddities that RFC 4475 and RFC 3261 describe, and what is to be answered. */
class SipTortureTest {
    private static final String VIA = "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKodd;rport\n";
    private static final String REST =
            "Max-Forwards: 70\nFrom: <sip:9@device.invalid>;tag=d\nTo: <sip:arc@here.invalid>\nCall-ID: odd@device\n";

    private final AnIntake intake = new AnIntake().knows("12345678", null);
    private final AReactor reactor = new AReactor(intake, Clock.systemUTC());
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

    static Stream<Arguments> oddities() {
        String options = "OPTIONS sip:arc@here.invalid SIP/2.0\n" + VIA + REST;
        return Stream.of(
                odd(
                        200,
                        "capitals, blanks, folds, compact names and leading zeros",
                        """
                        OPTIONS sip:arc@here.invalid SIP/2.0
                        tO :
                         sip:arc@here.invalid ;   tag    = 77n
                        F   : "One \\\\\\""       <sip:9@device.invalid>
                          ;
                          tag = d
                        mAx-FoRwArDs: 0070
                        i: folded.1@device.invalid
                        Content-Length   : 0
                        cseq: 0009
                          OPTIONS
                        V  : SIP  /   2.0
                         /UDP
                            127.0.0.1 ;branch = z9hG4bKfold;rport
                        s :
                        NewKind:   one
                         two
                        Strange: ;;,,;;,;
                        v:  SIP  / 2.0  / TCP     proxy.invalid   ;
                          branch  =   z9hG4bKfold2  ,
                         SIP  /    2.0   / UDP  10.0.0.1   ; branch=
                         z9hG4bKfold3

                        """),
                odd(
                        405,
                        "every character a method may have",
                        """
                        !odd-Method0123456789_*+`.%indeed'~ sip:arc@here.invalid SIP/2.0
                        """
                                + VIA + REST + "CSeq: 1 !odd-Method0123456789_*+`.%indeed'~\n\n"),
                odd(
                        405,
                        "an escape that is none",
                        "RE%47IST%45R sip:here.invalid SIP/2.0\n" + VIA + REST + "CSeq: 1 RE%47IST%45R\n\n"),
                odd(
                        200,
                        "a name without a blank before the address",
                        options.replace("From: <", "From: device<") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        200,
                        "a very long name and a very long id",
                        options.replace("From: <", "From: \"" + "long ".repeat(2000) + "\" <")
                                        .replace("odd@", "odd".repeat(300) + "@")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        200,
                        "octets after the end of a datagram",
                        options + "CSeq: 1 OPTIONS\nContent-Length: 0\n\nINVITE sip:b@here.invalid SIP/2.0\n\n"),
                odd(
                        200,
                        "parameters in the user part",
                        options.replace("sip:arc@", "sip:arc;par=u%40x@") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        200,
                        "unknown transports in lower Vias",
                        options
                                + "Via: SIP/2.0/SCTP a.invalid;branch=z9hG4bKa\nVia: SIP/2.0/UNKNOWN b.invalid;branch=z9hG4bKb\n"
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        200,
                        "no hop left, at its end",
                        options.replace("Forwards: 70", "Forwards: 0") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        200,
                        "control characters in a quoted name",
                        options.replace("From: <", "From: \"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007f\" <")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        400,
                        "separators without anything between",
                        options.replace("rport", "rport,;,,") + "CSeq: 1 OPTIONS\n\n"),
                odd(400, "a length beyond the datagram", options + "CSeq: 1 OPTIONS\nContent-Length: 9999\n\nx"),
                odd(400, "a length below nothing", options + "CSeq: 1 OPTIONS\nContent-Length: -999\n\nx"),
                odd(400, "a sequence number beyond all", options + "CSeq: 36893488147419103232 OPTIONS\n\n"),
                odd(400, "a sequence number beyond its bits", options + "CSeq: 2147483648 OPTIONS\n\n"),
                odd(
                        400,
                        "a quote that never ends",
                        options.replace("From: <", "From: \"Mr. J. User <") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        400,
                        "brackets around the address asked for",
                        options.replace("OPTIONS sip:arc@here.invalid", "OPTIONS <sip:arc@here.invalid>")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        400,
                        "a blank in the address asked for",
                        options.replace("OPTIONS sip:arc@here.invalid", "OPTIONS sip:arc@here.invalid; lr")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(400, "another method in the sequence", options + "CSeq: 1 INVITE\n\n"),
                odd(400, "two of what there is one of", options + "Call-ID: another\nCSeq: 1 OPTIONS\n\n"),
                odd(400, "two lengths", options + "CSeq: 1 OPTIONS\nContent-Length: 1\nContent-Length: 0\n\nx"),
                odd(
                        400,
                        "hops that are no number",
                        options.replace("Forwards: 70", "Forwards: many") + "CSeq: 1 OPTIONS\n\n"),
                odd(400, "no Call-ID", options.replace("Call-ID: odd@device\n", "") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        400,
                        "no From",
                        options.replace("From: <sip:9@device.invalid>;tag=d\n", "") + "CSeq: 1 OPTIONS\n\n"),
                odd(400, "no To", options.replace("To: <sip:arc@here.invalid>\n", "") + "CSeq: 1 OPTIONS\n\n"),
                odd(400, "no CSeq", options + "\n"),
                odd(400, "no Via", options.replace(VIA, "") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        505,
                        "a version that is not there yet",
                        options.replace("SIP/2.0", "SIP/7.0") + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        416,
                        "a scheme that nobody knows",
                        options.replace("OPTIONS sip:arc@here.invalid", "OPTIONS nobodyKnows:opaque")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        416,
                        "a scheme that is not spoken here",
                        options.replace("OPTIONS sip:arc@here.invalid", "OPTIONS soap.beep://192.0.2.103:3002")
                                + "CSeq: 1 OPTIONS\n\n"),
                odd(
                        420,
                        "extensions that are asked for",
                        options + "Require: one, two\nRequire: three\nCSeq: 1 OPTIONS\n\n"),
                odd(513, "a head without end", options + "X: " + "y".repeat(20_000) + "\nCSeq: 1 OPTIONS\n\n"),
                odd(481, "a farewell before the greeting", options.replace("OPTIONS", "BYE") + "CSeq: 1 BYE\n\n"),
                odd(481, "a cancel of nothing", options.replace("OPTIONS", "CANCEL") + "CSeq: 1 CANCEL\n\n"),
                odd(405, "a call", options.replace("OPTIONS", "INVITE") + "CSeq: 1 INVITE\n\n"));
    }

    private static Arguments odd(int status, String what, String message) {
        return Arguments.of(status, what, message);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("oddities")
    void answersAsTheRulesSay(int status, String what, String message) throws IOException {
        send(message.replace("\n", "\r\n"));

        String answer = receive();

        assertTrue(answer.startsWith("SIP/2.0 " + status + " "), () -> what + ": " + answer);
        assertTrue(answer.endsWith("Content-Length: 0\r\n\r\n"), answer);
    }

    @Test
    void namesEveryExtensionThatItDoesNotKnow() throws IOException {
        send("OPTIONS sip:a SIP/2.0\n" + VIA + REST + "Require: one, two\nRequire: three\nCSeq: 1 OPTIONS\n\n");
        assertTrue(receive().contains("\r\nUnsupported: one, two, three\r\n"));
    }

    @Test
    void staysSilentToWhatMayNotBeAnswered() throws IOException {
        send("SIP/2.0 4294967301 better not\n" + VIA + REST + "CSeq: 1 INVITE\n\n");
        send("SIP/2.0 200 OK\n" + VIA + REST + "CSeq: 1 INVITE\nContent-Length: 99\n\n");
        send("SIP/2.0 100 \n" + VIA + REST + "CSeq: 1 INVITE\n\n");
        send("ACK sip:arc@here.invalid SIP/2.0\n" + VIA + REST + "CSeq: 1 ACK\n\n");
        device.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, this::receive);
        Waiting.until(
                "all are kept", Duration.ofMinutes(1), () -> intake.notes().size() == 4);
    }

    @Test
    void cancelsNothingButSaysSoOfWhatItKnows() throws IOException {
        send("INVITE sip:arc@here.invalid SIP/2.0\n" + VIA + REST + "CSeq: 1 INVITE\n\n");
        assertTrue(receive().startsWith("SIP/2.0 405"));
        send("CANCEL sip:arc@here.invalid SIP/2.0\n" + VIA + REST + "CSeq: 1 CANCEL\n\n");
        assertTrue(receive().startsWith("SIP/2.0 200"));
        send("ACK sip:arc@here.invalid SIP/2.0\n" + VIA + REST + "CSeq: 1 ACK\n\n");
        device.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, this::receive);
        Waiting.until("it is acknowledged", Duration.ofMinutes(1), () -> intake.notes().stream()
                .anyMatch(note -> note.verdict().equals("acknowledged")));
    }

    @Test
    void tellsARetransmissionWithoutTheMagicCookieByItsFields() throws IOException {
        String old = "OPTIONS sip:arc@here.invalid SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1;branch=old;rport\n" + REST
                + "CSeq: 1 OPTIONS\n\n";
        send(old);
        String first = receive();
        send(old);
        assertEquals(first, receive());
        send(old.replace("CSeq: 1", "CSeq: 2"));
        assertTrue(receive().contains("CSeq: 2 OPTIONS"));
        send(old.replace("branch=old", "branch=z9hG4bK"));
        assertTrue(receive().contains("branch=z9hG4bK;"));
    }

    @Test
    void refusesTooMuchOverTcpBeforeItComes() throws IOException {
        assertTrue(overTcp("Content-Length: 999999\n\n<mrq>").startsWith("SIP/2.0 413"));
        assertTrue(overTcp("Content-Length: -1\n\n<mrq>").startsWith("SIP/2.0 400"));
        assertTrue(overTcp("X: " + "y".repeat(20_000) + "\n\n").startsWith("SIP/2.0 513"));
    }

    private String overTcp(String end) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), reactor.sip().getPort())) {
            socket.setSoTimeout(60_000);
            String message = "MESSAGE sip:arc@here.invalid SIP/2.0\n" + VIA.replace("UDP", "TCP") + REST
                    + "CSeq: 1 MESSAGE\nContent-Type: application/scaip+xml\n" + end;
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(11), StandardCharsets.UTF_8);
        }
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        device.send(new DatagramPacket(bytes, bytes.length, reactor.sip()));
    }

    private String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        device.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }
}
