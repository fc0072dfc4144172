package se.fixpunkt.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import se.fixpunkt.alarms.receiver.Dc09Client;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * How many DC-09 alarms per second are committed and acknowledged, and how long a panel waits for it: each client sends one
 * alarm, waits for its ACK and sends the next. Run by hand after {@code ./mvnw package}, with the test class path.
 */
public final class AcknowledgedSignals {
    private static final Logger LOG = Logger.getLogger(AcknowledgedSignals.class.getName());

    private AcknowledgedSignals() {}

    /** @param args clients, seconds */
    public static void main(String... args) throws InterruptedException {
        int clients = Integer.parseInt(args[0]);
        Duration length = Duration.ofSeconds(Integer.parseInt(args[1]));
        RunningFixpunkt fixpunkt = RunningFixpunkt.get();
        List<String> identities = register(fixpunkt.administrator(), clients);
        run(fixpunkt.dc09Port(), identities, Duration.ofSeconds(5));
        long[] waits = run(fixpunkt.dc09Port(), identities, length);
        Arrays.sort(waits);
        LOG.info(() -> String.format(
                "%d clients: %.0f acknowledged alarms/s; waited p50 %.1f ms, p99 %.1f ms, at most %.1f ms",
                clients,
                waits.length * 1e9 / length.toNanos(),
                waits[waits.length / 2] / 1e6,
                waits[waits.length * 99 / 100] / 1e6,
                waits[waits.length - 1] / 1e6));
    }

    private static List<String> register(Api administrator, int count) {
        List<String> identities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String identity = String.format("BE%06d", i);
            administrator
                    .post("devices", Map.of("protocol", "dc09", "identity", identity, "name", identity))
                    .expect(201);
            identities.add(identity);
        }
        return identities;
    }

    private static long[] run(int port, List<String> identities, Duration length) throws InterruptedException {
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(identities.size());
        long end = System.nanoTime() + length.toNanos();
        for (String identity : identities) {
            Thread panel = new Thread(() -> {
                try {
                    send(port, identity, end, waits);
                } finally {
                    done.countDown();
                }
            });
            panel.setDaemon(true);
            panel.start();
        }
        done.await();
        return waits.stream().mapToLong(Long::longValue).toArray();
    }

    private static void send(int port, String identity, long end, ConcurrentLinkedQueue<Long> waits) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int number = 0; System.nanoTime() < end; number++) {
                byte[] frame = Dc09Client.frame(String.format(
                        "\"SIA-DCS\"%04dL0#%s[#%s|Nri1/QA%04d]",
                        number % 9999 + 1, identity, identity, number % 10_000));
                long sent = System.nanoTime();
                socket.getOutputStream().write(frame);
                await(in);
                waits.add(System.nanoTime() - sent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(InputStream in) throws IOException {
        int next;
        do {
            next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
        } while (next != '\r');
    }
}
