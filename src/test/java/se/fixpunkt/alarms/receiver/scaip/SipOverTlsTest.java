package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.receiver.ACertificate;
import se.fixpunkt.alarms.receiver.AReactor;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.alarms.receiver.sockets.TlsFiles;
import se.fixpunkt.harness.Waiting;

class SipOverTlsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final AnIntake intake = new AnIntake().knows("12345678", null);
    private final AReactor reactor = new AReactor(intake, Clock.systemUTC());

    @TempDir
    private Path directory;

    @AfterEach
    void close() throws InterruptedException {
        reactor.stop();
    }

    @ParameterizedTest
    @CsvSource({"EC, TLSv1.3", "EC, TLSv1.2", "RSA, TLSv1.2"})
    void answersOnTheSameConnection(String algorithm, String version) throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", algorithm);
        InetSocketAddress port = reactor.sipOverTls(certificate.files());

        try (SSLSocket socket = connected(certificate.device(), port)) {
            socket.setEnabledProtocols(new String[] {version});
            String answers = ask(socket, "A1");

            assertEquals(version, socket.getSession().getProtocol());
            assertTrue(answers.startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/TLS"), answers);
            assertTrue(answers.contains(";transport=tls SIP/2.0\r\nVia: SIP/2.0/TLS"), answers);
            assertTrue(ask(socket, "A2").contains("<ref>A2</ref><snu>0</snu>"));
        }
        assertEquals(2, intake.signals().size());
    }

    @Test
    void aDeviceMayShowACertificateOfTheAuthorityAndNoOther() throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", "EC");
        ACertificate device = new ACertificate(Files.createDirectory(directory.resolve("d")), "device", "EC");
        ACertificate stranger = new ACertificate(Files.createDirectory(directory.resolve("s")), "stranger", "EC");
        TlsFiles files =
                new TlsFiles(certificate.certificate(), certificate.key(), Optional.of(device.certificate()), true);
        InetSocketAddress port = reactor.sipOverTls(files);

        try (SSLSocket socket = connected(certificate.device(device), port)) {
            assertTrue(ask(socket, "A1").contains("<snu>0</snu>"));
        }
        for (SSLContext context : List.of(certificate.device(), certificate.device(stranger))) {
            try (SSLSocket socket = connected(context, port)) {
                assertThrows(IOException.class, () -> ask(socket, "A2"));
            }
        }
        assertEquals(1, intake.signals().size());
    }

    @Test
    void whatIsNoTlsIsKeptAndSentAway() throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", "EC");
        InetSocketAddress port = reactor.sipOverTls(certificate.files());
        for (String garbage : List.of(
                "GET / HTTP/1.1\r\n\r\n", "OPTIONS sip:a SIP/2.0\r\n\r\n", "\u0016\u0003\u0001\u0000\u0005hello")) {
            try (Socket socket = new Socket(port.getAddress(), port.getPort())) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
                socket.getInputStream().readAllBytes();
            }
        }
        Waiting.until(
                "all are kept",
                SOON,
                () -> intake.notes().stream()
                                .filter(note -> note.verdict().equals("tls-failed"))
                                .count()
                        == 3);
    }

    @Test
    void handshakesThatStopHalfwayHurtNobody() throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", "EC");
        InetSocketAddress port = reactor.sipOverTls(certificate.files());
        List<Socket> halves = new ArrayList<>();
        try (SSLSocket socket = connected(certificate.device(), port)) {
            for (int i = 0; i < 15; i++) {
                Socket half = new Socket(port.getAddress(), port.getPort());
                half.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1, 0});
                halves.add(half);
            }
            assertTrue(ask(socket, "A1").contains("<snu>0</snu>"));
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    @Test
    void aSlowWriterIsUnderstood() throws Exception {
        ACertificate certificate = new ACertificate(directory, "centre", "EC");
        InetSocketAddress port = reactor.sipOverTls(certificate.files());
        try (SSLSocket socket = connected(certificate.device(), port)) {
            for (byte one : message("A1").getBytes(StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
            }
            assertTrue(until(socket.getInputStream(), "</mrs>").contains("<snu>0</snu>"));
        }
    }

    private static SSLSocket connected(SSLContext context, InetSocketAddress port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(port.getAddress(), port.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String ask(SSLSocket socket, String ref) throws IOException {
        socket.getOutputStream().write(message(ref).getBytes(StandardCharsets.UTF_8));
        return until(socket.getInputStream(), "</mrs>");
    }

    private static String message(String ref) {
        String body = "<mrq><ref>" + ref + "</ref><cid>12345678</cid><dty>0003</dty></mrq>";
        return String.join(
                "\r\n",
                "MESSAGE sip:arc@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/TLS 127.0.0.1;branch=z9hG4bK" + ref,
                "From: <sip:12345678@192.0.2.10>;tag=d1",
                "To: <sip:arc@127.0.0.1>",
                "Call-ID: " + ref,
                "CSeq: 1 MESSAGE",
                "Content-Type: application/scaip+xml",
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private static String until(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
