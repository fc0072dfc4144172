package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void refusesAPortThatSomebodyListensToOnLoopback() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThrows(CannotStart.class, () -> require(socket.getLocalPort()));
        }
    }

    @Test
    void refusesAPortThatSomebodyListensToOnEveryAddress() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, new InetSocketAddress("0.0.0.0", 0).getAddress())) {
            assertThrows(CannotStart.class, () -> require(socket.getLocalPort()));
        }
    }

    @Test
    void refusesAPortThatIsTakenForUdpOnly() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            assertThrows(CannotStart.class, () -> require(socket.getLocalPort()));
        }
    }

    @Test
    void saysInOneLineWhichPortAndHowToChooseAnother() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            CannotStart refusal = assertThrows(CannotStart.class, () -> require(socket.getLocalPort()));

            assertEquals(
                    "Port " + socket.getLocalPort() + " (web) is taken by another program. Stop it, or choose another"
                            + " port with -Ddemo.http.port=PORT",
                    refusal.getMessage());
        }
    }

    @Test
    void acceptsAFreePort() {
        assertDoesNotThrow(() -> require(Ports.free()));
    }

    @Test
    void givesEachPortOnce() {
        List<Integer> given = Stream.generate(Ports::free).limit(200).toList();

        assertEquals(given.size(), given.stream().distinct().count());
    }

    private static void require(int port) {
        Ports.requireFree(port, "web", "-Ddemo.http.port");
    }
}
