package se.fixpunkt.alarms.receiver.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.time.Clock;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.ACertificate;
import se.fixpunkt.alarms.receiver.AnIntake;

class TlsDoorTest {
    private final Reactor reactor = new Reactor(Limits.USUAL);
    private final Thread thread = new Thread(reactor, "reactor-under-test");
    private ACertificate first;
    private ACertificate second;
    private TlsDoor door;
    private InetSocketAddress port;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws Exception {
        first = new ACertificate(Files.createDirectory(directory.resolve("first")), "centre", "EC");
        second = new ACertificate(Files.createDirectory(directory.resolve("second")), "centre", "RSA");
        door = new TlsDoor(reactor, first.files(), Thread::new, new GarbageLog(new AnIntake(), Clock.systemUTC()));
        port = reactor.listen(
                "TLS",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                door.before(Protocol.SCAIP, Echo::new));
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        door.close();
        reactor.stop();
        thread.join(5000);
    }

    @Test
    void aRenewedCertificateIsTakenUpAndOldConnectionsGoOn() throws Exception {
        Certificate own = first.own();
        try (SSLSocket before = connected(first)) {
            assertEquals(own, shown(before));
            Files.copy(second.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(second.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
            door.look();
            try (SSLSocket after = connected(second)) {
                assertEquals(second.own(), shown(after));
                assertNotEquals(own, shown(after));
            }
            assertEquals(own, shown(before));
        }
    }

    @Test
    void aCertificateThatCannotBeUsedLeavesTheOldOne() throws Exception {
        Certificate own = first.own();
        Files.writeString(first.certificate(), "half a certif");
        door.look();
        try (SSLSocket socket = connected(first)) {
            assertEquals(own, shown(socket));
        }
    }

    @Test
    void muchIsCarriedBothWays() throws Exception {
        byte[] much = new byte[200_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31);
        }
        try (SSLSocket socket = connected(first)) {
            Thread writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(much);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            writer.start();
            assertEquals(Bytes.of(much), Bytes.of(socket.getInputStream().readNBytes(much.length)));
            writer.join();
        }
    }

    private SSLSocket connected(ACertificate trusted) throws Exception {
        SSLSocket socket =
                (SSLSocket) trusted.device().getSocketFactory().createSocket(port.getAddress(), port.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static Certificate shown(SSLSocket socket) throws Exception {
        socket.getOutputStream().write('x');
        assertEquals('x', socket.getInputStream().read());
        return socket.getSession().getPeerCertificates()[0];
    }

    /** Gives back what it gets. */
    private record Echo(Connection connection) implements Session {
        @Override
        public void received(byte[] bytes, int length) {
            connection.send(Bytes.of(bytes, 0, length));
        }

        @Override
        public void closed() {}

        @Override
        public boolean unfinished() {
            return false;
        }

        @Override
        public boolean awaitingAnswers() {
            return false;
        }

        @Override
        public boolean trusted() {
            return true;
        }
    }
}
