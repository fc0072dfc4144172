package se.fixpunkt.harness;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address. */
public final class Ports {
    private static final int ATTEMPTS = 500;
    /** Below those that Linux gives to whoever connects: one that is bound a minute later is not taken by a connection until then. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that is free for TCP and UDP right now, and that nobody in this process has been given before. */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFreeForTcp(port) && isFreeForUdp(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new CannotStart("No port on 127.0.0.1 is free for both TCP and UDP");
    }

    /** Refuses with one line when somebody already listens there, on loopback or on every address. */
    public static void requireFree(int port, String what, String howToChange) {
        if (!isFreeForTcp(port) || !isFreeForUdp(port)) {
            throw new CannotStart("Port " + port + " (" + what
                    + ") is taken by another program. Stop it, or choose another port with " + howToChange + "=PORT");
        }
    }

    private static boolean isFreeForTcp(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this a port in TIME_WAIT after the previous run would look taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFreeForUdp(int port) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Which port each part gets. */
    public record Plan(int http, int inbox, int smtp, int database, int sip, int dc09, int sosAccess) {
        /** Seven ports that nobody uses. */
        public static Plan free() {
            return new Plan(
                    Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
        }
    }
}
