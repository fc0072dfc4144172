package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.AReactor;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.harness.Waiting;

class Dc09ReceiverTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-25T14:12:05Z"), ZoneOffset.UTC);

    private final AnIntake intake = new AnIntake().knows("1234", null);
    private final AReactor reactor = new AReactor(intake, CLOCK);

    @AfterEach
    void stop() throws InterruptedException {
        reactor.stop();
    }

    @Test
    void acknowledgesOverTcpAndKeepsTheConnection() throws IOException {
        try (Socket device = connect()) {
            assertAcknowledged(device, "own-sia", "own-ack");
            assertAcknowledged(device, "own-cid-medical", "own-ack-RL");
        }
        assertEquals(2, intake.signals().size());
    }

    @Test
    void answersPipelinedFramesInTheirOrder() throws IOException {
        try (Socket device = connect()) {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            for (int i = 1; i <= 200; i++) {
                frames.writeBytes(FrameWriter.frame(String.format("\"SIA-DCS\"%04dL0#1234[#1234|Nri1/QA0001]", i))
                        .toArray());
            }
            device.getOutputStream().write(frames.toByteArray());
            for (int i = 1; i <= 200; i++) {
                assertEquals(String.format("%04d", i), answer(device).sequence());
            }
        }
    }

    @Test
    void acknowledgesOverUdp() throws IOException {
        try (DatagramSocket device = new DatagramSocket()) {
            device.setSoTimeout(60_000);
            intake.knows("1234", "0123456789ABCDEF");
            byte[] frame = Vectors.named("own-aes128-sia").frame();
            device.send(new DatagramPacket(frame, frame.length, reactor.dc09()));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            device.receive(answer);
            byte[] bytes = java.util.Arrays.copyOf(answer.getData(), answer.getLength());
            assertTrue(FrameReader.read(bytes).frame().encrypted());
        }
    }

    @Test
    void aRepeatIsAcknowledgedAgainAndIsNoSecondSignal() throws IOException {
        try (Socket device = connect()) {
            assertAcknowledged(device, "own-sia", "own-ack");
            assertAcknowledged(device, "own-sia", "own-ack");
        }
        assertEquals(1, intake.signals().size());
    }

    @Test
    void saysNothingBeforeTheCommit() throws IOException {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        intake.commitsAfter(commit);
        try (Socket device = connect()) {
            device.setSoTimeout(300);
            device.getOutputStream().write(Vectors.named("own-sia").frame());
            assertThrows(
                    SocketTimeoutException.class, () -> device.getInputStream().read());
            commit.complete(null);
            device.setSoTimeout(60_000);
            assertEquals("ACK", answer(device).id());
        }
    }

    @Test
    void saysNothingWhenItCannotBeStored() throws IOException {
        intake.goesAway();
        try (Socket device = connect()) {
            device.setSoTimeout(300);
            device.getOutputStream().write(Vectors.named("own-sia").frame());
            assertThrows(
                    SocketTimeoutException.class, () -> device.getInputStream().read());
        }
    }

    @Test
    void aWrongChecksumIsKeptAndNotAnswered() throws IOException {
        byte[] frame = Vectors.named("own-sia").frame();
        frame[1] ^= 1;
        try (Socket device = connect()) {
            device.getOutputStream().write(frame);
            assertAcknowledged(device, "own-sia", "own-ack");
        }
        assertEquals("bad-crc", intake.notes().get(0).verdict());
        assertArrayEquals(frame, intake.notes().get(0).raw().toArray());
    }

    @Test
    void answersAFrameWithoutItsCarriageReturn() throws IOException {
        byte[] frame = Vectors.named("own-sia").frame();
        try (Socket device = connect()) {
            device.getOutputStream().write(frame, 0, frame.length - 1);
            assertArrayEquals(Vectors.named("own-ack").frame(), read(device));
        }
    }

    @Test
    void aFrameThatWasCutOffIsKeptAndNotAnswered() throws IOException {
        byte[] frame = Vectors.named("own-sia").frame();
        try (Socket device = connect()) {
            device.getOutputStream().write(frame, 0, 40);
            device.shutdownOutput();
            assertEquals(-1, device.getInputStream().read());
        }
        Waiting.until("it is kept", Duration.ofSeconds(5), () -> !intake.notes().isEmpty());
        assertEquals("bad-crc", intake.notes().get(0).verdict());
        assertEquals(40, intake.notes().get(0).raw().length());
    }

    @Test
    void saysDuhToAnAccountThatIsNone() throws IOException {
        try (Socket device = connect()) {
            device.getOutputStream()
                    .write(FrameWriter.frame("\"NULL\"0007R1L2#12-34[]").toArray());
            Frame answer = answer(device);
            assertEquals("DUH 0007 12-34", answer.id() + " " + answer.sequence() + " " + answer.account());
        }
        assertEquals("bad-account", intake.notes().get(0).verdict());
    }

    @Test
    void aWebRequestIsKeptAndSentAway() throws IOException {
        try (Socket browser = connect()) {
            browser.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, browser.getInputStream().read());
        }
        try (Socket device = connect()) {
            assertAcknowledged(device, "own-sia", "own-ack");
        }
        assertEquals("garbage", intake.notes().get(0).verdict());
    }

    @Test
    void aDeviceThatClosesItsHalfStillGetsItsAnswer() throws IOException {
        try (Socket device = connect()) {
            device.getOutputStream().write(Vectors.named("own-sia").frame());
            device.shutdownOutput();
            assertEquals("ACK", answer(device).id());
            assertEquals(-1, device.getInputStream().read());
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException, InterruptedException {
        AReactor impatient = AReactor.impatient(intake, CLOCK);
        try (Socket scanner = connect(impatient)) {
            assertEquals(-1, scanner.getInputStream().read());
        } finally {
            impatient.stop();
        }
    }

    @Test
    void oneAddressCannotTakeAllConnections() throws IOException {
        java.util.List<Socket> sockets = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 25; i++) {
                sockets.add(connect());
            }
            Socket last = sockets.get(sockets.size() - 1);
            // Less than those that say nothing are waited for, who are closed in the end too.
            last.setSoTimeout(30_000);
            assertEquals(-1, last.getInputStream().read());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        Waiting.until("a new connection is answered", Duration.ofSeconds(60), () -> {
            try (Socket device = connect()) {
                device.getOutputStream().write(Vectors.named("own-sia").frame());
                return device.getInputStream().read() == '\n';
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    @Test
    void garbageIsKeptOnlySoOften() throws IOException {
        for (int i = 0; i < 60; i++) {
            try (Socket scanner = connect()) {
                scanner.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals(-1, scanner.getInputStream().read());
            }
        }
        assertTrue(intake.notes().size() <= 20, () -> intake.notes().size() + " kept");
    }

    private Socket connect() throws IOException {
        return connect(reactor);
    }

    private static Socket connect(AReactor reactor) throws IOException {
        Socket socket = new Socket();
        socket.connect(reactor.dc09(), 60_000);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void assertAcknowledged(Socket device, String vector, String answer) throws IOException {
        device.getOutputStream().write(Vectors.named(vector).frame());
        assertArrayEquals(Vectors.named(answer).frame(), read(device));
    }

    private static Frame answer(Socket device) throws IOException {
        return FrameReader.read(read(device)).frame();
    }

    private static byte[] read(Socket device) throws IOException {
        InputStream in = device.getInputStream();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            assertTrue(next >= 0, "closed");
            frame.write(next);
        } while (next != '\r');
        return frame.toByteArray();
    }
}
