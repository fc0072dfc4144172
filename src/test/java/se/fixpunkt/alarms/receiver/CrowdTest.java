package se.fixpunkt.alarms.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.sockets.Limits;
import se.fixpunkt.harness.AtBest;

/** Many at once, and the wrong ones: those who are right are answered all the same. */
class CrowdTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int IDLE = 6000;
    private static final int PER_ADDRESS = 1500;
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final AnIntake intake = new AnIntake().knows("1234", null);
    private final AReactor reactor = reactor();
    private final List<SocketChannel> crowd = new ArrayList<>();

    private AReactor reactor() {
        try {
            return new AReactor(intake, Clock.systemUTC(), Limits.USUAL, InetAddress.getByAddress(new byte[4]));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void leave() throws IOException, InterruptedException {
        for (SocketChannel one : crowd) {
            one.close();
        }
        reactor.stop();
    }

    @Test
    void thousandsOfIdleConnectionsKeepNobodyWaiting() throws IOException {
        // both ends are in this process
        int idle = (int) Math.min(IDLE, (openFiles() - 500) / 3);
        for (int i = 0; i < idle; i++) {
            SocketChannel one = SocketChannel.open();
            crowd.add(one);
            one.bind(new InetSocketAddress(
                    InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i / PER_ADDRESS)}), 0));
            one.connect(new InetSocketAddress(HERE, reactor.dc09().getPort()));
        }
        assertAnswered();
        assertTrue(crowd.stream().allMatch(SocketChannel::isConnected));
    }

    @Test
    void noiseOnEveryPortKeepsNobodyWaiting() throws IOException {
        Random random = new Random(5093);
        for (int port : List.of(
                reactor.sip().getPort(),
                reactor.dc09().getPort(),
                reactor.sosAccess().getPort())) {
            for (int i = 0; i < 100; i++) {
                byte[] noise = new byte[1 + random.nextInt(20_000)];
                random.nextBytes(noise);
                try (Socket socket = new Socket(HERE, port)) {
                    socket.getOutputStream().write(noise);
                } catch (IOException sentAway) {
                    assertTrue(sentAway.getMessage() != null);
                }
                try (DatagramSocket socket = new DatagramSocket()) {
                    int length = Math.min(noise.length, 1400);
                    socket.send(new DatagramPacket(noise, length, HERE, port));
                }
            }
        }
        assertAnswered();
        assertTrue(intake.notes().size() <= 3 * 100, () -> intake.notes().size() + " notes of noise");
    }

    @Test
    void devicesAreHeardOverIpv6() throws IOException {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        InetAddress own = InetAddress.getByAddress(loopback);
        assumeTrue(own instanceof Inet6Address && NetworkInterface.getByInetAddress(own) != null, "no IPv6 here");
        try (DatagramSocket device = new DatagramSocket(0, own)) {
            device.setSoTimeout(60_000);
            byte[] options = ("OPTIONS sip:arc@[::1] SIP/2.0\r\nVia: SIP/2.0/UDP [::1]:" + device.getLocalPort()
                            + ";branch=z9hG4bKsix\r\nFrom: <sip:9@[::1]>;tag=d\r\nTo: <sip:arc@[::1]>\r\nCall-ID: six\r\n"
                            + "CSeq: 1 OPTIONS\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            device.send(new DatagramPacket(
                    options, options.length, own, reactor.sip().getPort()));
            DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
            device.receive(answer);
            String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
            assertTrue(
                    text.startsWith("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP [::1]:" + device.getLocalPort()
                            + ";branch=z9hG4bKsix\r\n"),
                    text);
        }
    }

    private static long openFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
    }

    private void assertAnswered() {
        AtBest.within("an answer", AT_ONCE, () -> AtBest.of(this::ask));
    }

    private void ask() {
        try (Dc09Client panel = new Dc09Client(reactor.dc09().getPort())) {
            assertEquals("\"ACK\"0001L0#1234[]", panel.ask("\"SIA-DCS\"0001L0#1234[#1234|Nri1/QA0001]"));
        }
    }
}
