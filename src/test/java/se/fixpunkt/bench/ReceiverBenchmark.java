package se.fixpunkt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.harness.Api;

/**
 * How many messages a second are committed and acknowledged, how long a device waits for that at half of it, and whether
 * everything that was acknowledged is in the database exactly once. The load tool, the server and the database share the machine.
 */
public final class ReceiverBenchmark {
    private static final Logger LOG = Logger.getLogger(ReceiverBenchmark.class.getName());
    private static final Pattern NUMBER = Pattern.compile("load (\\d+)");
    private static final int DEVICES = 200;
    /**
     * Seconds; a server runs for months, and its first minutes are spent on compiling: under full load it took 0.9 of a core at
     * first, 0.6 after half a minute and 0.35 after a minute and a half.
     */
    private static final int WARM_UP = Integer.getInteger("warm", 90);

    private final Subject fixpunkt = Subject.asked();
    private final int lines;
    private final int window;
    private final int seconds;

    private ReceiverBenchmark(int lines, int window, int seconds) {
        this.lines = lines;
        this.window = window;
        this.seconds = seconds;
    }

    /** @param args what to measure (clear, encrypted, heartbeat, scaip, bare, flood, idle; all when none) */
    public static void main(String... args) throws InterruptedException {
        ReceiverBenchmark benchmark = new ReceiverBenchmark(
                Integer.getInteger("lines", 8), Integer.getInteger("window", 128), Integer.getInteger("seconds", 15));
        List<String> wanted = args.length == 0
                ? List.of("clear", "encrypted", "heartbeat", "scaip", "bare", "flood", "idle")
                : List.of(args);
        for (String what : wanted) {
            switch (what) {
                case "clear" -> benchmark.measure("DC-09 over TCP in clear, alarms", "C", null, Frames::alarm);
                case "encrypted" ->
                    benchmark.measure("DC-09 over TCP encrypted, alarms", "E", Frames.KEY, Frames::encrypted);
                case "heartbeat" -> benchmark.measure("DC-09 over TCP, heartbeats", "B", null, Frames::heartbeat);
                case "scaip" -> benchmark.scaip();
                case "bare" -> benchmark.bare();
                case "flood" -> benchmark.flood();
                case "idle" -> benchmark.idle();
                default -> throw new IllegalArgumentException(what);
            }
        }
        // The server and the database are stopped on the way out; threads of libraries would keep this from ending.
        System.exit(0);
    }

    private void measure(String what, String letter, String key, BiFunction<String, Integer, byte[]> frames)
            throws InterruptedException {
        List<String> accounts = register("dc09", "AB" + letter, key);
        measure(what, "AB" + letter, (book, pace) -> panel(accounts, frames, book, pace)::run);
    }

    private void scaip() throws InterruptedException {
        List<String> devices = register("scaip", "990", null);
        measure(
                "SCAIP over UDP, alarms",
                "990",
                (book, pace) -> new ScaipLine(fixpunkt, devices, window, book, pace)::run);
    }

    /** What the same rows cost without any receiver: the measure for all the other numbers of this machine and this minute. */
    private void bare() throws InterruptedException {
        List<String> accounts = register("dc09", "AB0", null);
        run((book, pace) -> panel(accounts, Frames::alarm, book, pace)::run, new Book(), 0, 2);
        BareRows rows = new BareRows(fixpunkt);
        double calm = Integer.getInteger("bare", 2000);
        rows.run(calm, WARM_UP / 3, 2);
        Book most = rows.run(0, seconds, 2);
        LOG.info(() ->
                String.format("the bare rows of alarms: %d a second (%s)", most.answers() / seconds, most.waits(0)));
        Book half = rows.run(calm, seconds, 1);
        LOG.info(() -> String.format("the bare rows of alarms: at %.0f a second %s", calm, half.waits(0)));
    }

    /** As fast as answers come, then at half of that, or at as many a second as {@code -Dat} says. */
    private void measure(String what, String prefix, BiFunction<Book, Pace, Runnable> sender)
            throws InterruptedException {
        Book book = new Book();
        run(sender, book, 0, WARM_UP);
        int before = book.answers();
        run(sender, book, 0, seconds);
        double most = (book.answers() - before) / (double) seconds;
        String atMost = book.waits(before);
        LOG.info(() -> String.format("%s: %.0f a second (%s)", what, most, atMost));
        double calm = Integer.getInteger("at", (int) (most / 2));
        int half = book.answers();
        run(sender, book, calm, seconds);
        LOG.info(() -> String.format(
                "%s: at %.0f a second %s; in all %d refused, %d got no answer",
                what, calm, book.waits(half), book.refusals(), book.silences()));
        compare(what, prefix, book);
    }

    private PanelLine panel(List<String> accounts, BiFunction<String, Integer, byte[]> frames, Book book, Pace pace) {
        return new PanelLine(fixpunkt.dc09(), window, book, pace, number -> {
            String account = accounts.get(number % accounts.size());
            return new PanelLine.Message(Frames.key(account, number), Bytes.of(frames.apply(account, number)));
        });
    }

    /**
     * One device sends datagrams ten times as fast as two hundred others together send their alarms; every tenth second tells what the
     * server's process takes.
     */
    private void flood() throws InterruptedException {
        int calm = Integer.getInteger("calm", 300);
        int length = Integer.getInteger("flood", 60);
        List<String> accounts = register("dc09", "ABA", null);
        Book book = new Book();
        BiFunction<Book, Pace, Runnable> others = (its, pace) -> panel(accounts, Frames::alarm, its, pace)::run;
        run(others, book, calm, WARM_UP);
        int before = book.answers();
        String account = register("dc09", "ABD", null).get(0);
        Book flooded = new Book();
        Thread flood =
                new Thread(() -> new UdpFlood(fixpunkt.dc09(), account, flooded).run(new Pace(10.0 * calm, length, 1)));
        flood.start();
        run(others, book, calm, length);
        flood.join();
        LOG.info(() -> String.format(
                "flood: %d datagrams of one device in %d s, %d of them acknowledged; the others at %d a second meanwhile: %s;"
                        + " %d of theirs got no answer; the server's process %s",
                flooded.sent(), length, flooded.answers(), calm, book.waits(before), book.silences(), memory()));
        List<String> shown = column(
                "SELECT COUNT(*) FROM alarm a JOIN device d ON d.id = a.device_id WHERE d.identity LIKE ? AND a.state <> 'CLOSED'",
                account);
        LOG.info(() -> "flood: " + shown.get(0) + " of the device's alarms stand in the queue");
        compare("flood, the others", "ABA", book);
        compare("flood, the device", "ABD", flooded);
    }

    /** Alarms of two hundred devices beside many that are connected and silent; only from the same machine. */
    private void idle() throws InterruptedException {
        int calm = Integer.getInteger("calm", 300);
        List<String> accounts = register("dc09", "ABF", null);
        BiFunction<Book, Pace, Runnable> others = (its, pace) -> panel(accounts, Frames::alarm, its, pace)::run;
        try (IdleCrowd crowd = new IdleCrowd(fixpunkt.dc09(), Integer.getInteger("idle", 10_000), accounts)) {
            int first = crowd.answered(1);
            Book book = new Book();
            run(others, book, calm, seconds);
            int last = crowd.answered(2);
            LOG.info(() -> String.format(
                    "idle: of the silent connections %d were answered before and %d after; alarms at %d a second meanwhile: %s;"
                            + " %d got no answer; the server's process %s",
                    first, last, calm, book.waits(0), book.silences(), memory()));
        }
    }

    private String memory() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(fixpunkt.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("?");
        } catch (IOException notLinux) {
            return "?";
        }
    }

    private List<String> register(String protocol, String prefix, String key) {
        Api administrator = fixpunkt.administrator();
        return IntStream.range(0, DEVICES)
                .mapToObj(i -> {
                    String identity = String.format("%s%05d", prefix, i);
                    Map<String, String> device =
                            new HashMap<>(Map.of("protocol", protocol, "identity", identity, "name", identity));
                    if (key != null) {
                        device.put("key", key);
                    }
                    administrator.post("devices", device).expect(201);
                    return identity;
                })
                .toList();
    }

    private void run(BiFunction<Book, Pace, Runnable> sender, Book book, double rate, int length)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            Thread thread = new Thread(sender.apply(book, new Pace(rate, length, lines)));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** The book against the database. Heartbeats make no signal; they are counted in the conversation log. */
    private void compare(String what, String prefix, Book book) {
        if (prefix.equals("ABB")) {
            List<String> rows = column(
                    "SELECT COUNT(*) FROM device_exchange WHERE identity LIKE ? AND kind = 'HEARTBEAT'", prefix + "%");
            LOG.info(() -> what + ": " + book.answers() + " acknowledged, " + rows.get(0) + " in the conversation log");
            return;
        }
        BitSet missing = book.all();
        int twice = 0;
        BitSet found = new BitSet();
        for (String decoded : column("SELECT decoded FROM device_signal WHERE identity LIKE ?", prefix + "%")) {
            Matcher number = NUMBER.matcher(decoded);
            if (number.find()) {
                int one = Integer.parseInt(number.group(1));
                twice += found.get(one) ? 1 : 0;
                found.set(one);
                missing.clear(one);
            }
        }
        int doubled = twice;
        LOG.info(() -> what + ": " + book.answers() + " acknowledged, " + found.cardinality() + " in the database, "
                + missing.cardinality() + " acknowledged and missing, " + doubled + " twice");
    }

    private List<String> column(String query, String value) {
        try (Connection connection = fixpunkt.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
