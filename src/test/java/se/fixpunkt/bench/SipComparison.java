package se.fixpunkt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import se.fixpunkt.harness.Api;

/**
 * SCAIP over UDP from SIPp: how many messages a second Kamailio with msilo stores in the groups' database as fast as it can, how many
 * Fixpunkt does, and whether that stores all that come in at so many times Kamailio's rate.
 */
public final class SipComparison {
    private static final Logger LOG = Logger.getLogger(SipComparison.class.getName());
    private static final int DEVICES = 200;
    private static final int AT_ONCE = 64;
    /** More than one batch, so that the next one gathers while one is committed. */
    private static final int AT_ONCE_IN_BATCHES = 512;

    private static final int AS_FAST_AS_IT_CAN = 1_000_000;
    private static final int MESSAGES = 20_000;
    private static final int WARM_UP = 5_000;
    private static final int SECONDS = 20;
    /** A server that has just started spends much of its time on compiling. */
    private static final int ROUNDS_OF_WARM_UP = Integer.getInteger("warm", 90) / SECONDS;

    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Subject.Groups groups = new Subject.Groups();
    private final Path home = groups.cluster().home().resolve("sipp");
    private int run;

    private SipComparison() {}

    /** @param args the multiples of Kamailio's rate at which Fixpunkt is tried besides; none, and only the most is measured */
    public static void main(String... args) throws IOException {
        SipComparison comparison = new SipComparison();
        comparison.prepare();
        double peer = comparison.peer();
        comparison.warmUp(peer);
        comparison.most(peer);
        for (String multiple : args) {
            comparison.fixpunkt(peer * Double.parseDouble(multiple), multiple);
        }
        // The groups are stopped on the way out; threads of libraries would keep this from ending.
        System.exit(0);
    }

    private void prepare() throws IOException {
        Files.createDirectories(home);
        Api administrator = groups.administrator();
        List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
        IntStream.range(0, DEVICES).forEach(i -> {
            String identity = String.format("991%05d", i);
            administrator
                    .post("devices", Map.of("protocol", "scaip", "identity", identity, "name", identity))
                    .expect(201);
            lines.add(identity + ";");
        });
        Files.write(home.resolve("devices.csv"), lines);
    }

    private double peer() {
        try (Kamailio kamailio = new Kamailio(groups)) {
            send(kamailio.address(), WARM_UP, AS_FAST_AS_IT_CAN, AT_ONCE);
            long before = count("SELECT COUNT(*) FROM silo");
            double took = send(kamailio.address(), MESSAGES, AS_FAST_AS_IT_CAN, AT_ONCE);
            double rate = (count("SELECT COUNT(*) FROM silo") - before) / took;
            LOG.info(() -> String.format("Kamailio with msilo stores %.0f a second", rate));
            return rate;
        }
    }

    private void warmUp(double peer) {
        for (int round = 0; round < ROUNDS_OF_WARM_UP; round++) {
            send(groups.sip(), (int) (2 * peer * SECONDS), AS_FAST_AS_IT_CAN, AT_ONCE_IN_BATCHES);
        }
    }

    /** As many as it takes while so many wait for their receipts, and no more are sent. */
    private void most(double peer) {
        long before = settled();
        double took = send(groups.sip(), (int) (2 * peer * SECONDS), AS_FAST_AS_IT_CAN, AT_ONCE_IN_BATCHES);
        double rate = (settled() - before) / took;
        LOG.info(() -> String.format("Fixpunkt stores %.0f a second, %.2f times as many", rate, rate / peer));
    }

    private void fixpunkt(double rate, String multiple) {
        long before = signals();
        int messages = (int) (rate * SECONDS);
        double took = send(groups.sip(), messages, (int) Math.round(rate), 20_000);
        long stored = settled() - before;
        LOG.info(() -> String.format(
                "Fixpunkt at %s times that, %.0f a second: %d of %d stored; SIPp took %.1f s for %d s",
                multiple, rate, stored, messages, took, SECONDS));
    }

    /** How many are stored once no more come. */
    private long settled() {
        long was = -1;
        for (long is = signals(); is != was; is = signals()) {
            was = is;
            LockSupport.parkNanos(SETTLING.toNanos());
        }
        return was;
    }

    private long signals() {
        return count("SELECT COUNT(*) FROM device_signal");
    }

    /** @return seconds until SIPp was through */
    private double send(InetSocketAddress to, int messages, int rate, int atOnce) {
        run++;
        long began = System.nanoTime();
        try {
            Process sipp = new ProcessBuilder(
                            "sipp",
                            to.getAddress().getHostAddress() + ":" + to.getPort(),
                            "-sf",
                            scenario("load"),
                            "-oocsf",
                            scenario("answer"),
                            "-inf",
                            home.resolve("devices.csv").toString(),
                            "-i",
                            groups.own().getHostAddress(),
                            "-key",
                            "run",
                            "r" + run,
                            "-m",
                            String.valueOf(messages),
                            "-r",
                            String.valueOf(rate),
                            "-l",
                            String.valueOf(atOnce),
                            "-nostdin",
                            "-timeout",
                            "120s")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("screen-" + run).toFile())
                    .start();
            sipp.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static String scenario(String name) {
        return Path.of("src/test/resources/sipp", name + ".xml")
                .toAbsolutePath()
                .toString();
    }

    private long count(String query) {
        try (Connection connection = groups.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
