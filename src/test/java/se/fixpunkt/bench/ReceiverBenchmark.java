package se.fixpunkt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * How many messages a second are committed and acknowledged, how long a device waits for that at half of it, and whether
 * everything that was acknowledged is in the database exactly once. The load tool, the server and the database share the machine.
 */
public final class ReceiverBenchmark {
    private static final Logger LOG = Logger.getLogger(ReceiverBenchmark.class.getName());
    private static final Pattern NUMBER = Pattern.compile("load (\\d+)");
    private static final int DEVICES = 200;
    private static final int WARM_UP = 8;

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final int lines;
    private final int window;
    private final int seconds;

    private ReceiverBenchmark(int lines, int window, int seconds) {
        this.lines = lines;
        this.window = window;
        this.seconds = seconds;
    }

    /** @param args what to measure (clear, encrypted, heartbeat, flood; all when none) */
    public static void main(String... args) throws InterruptedException {
        ReceiverBenchmark benchmark = new ReceiverBenchmark(
                Integer.getInteger("lines", 8), Integer.getInteger("window", 128), Integer.getInteger("seconds", 15));
        List<String> wanted = args.length == 0 ? List.of("clear", "encrypted", "heartbeat", "flood") : List.of(args);
        for (String what : wanted) {
            switch (what) {
                case "clear" -> benchmark.measure("DC-09 over TCP in clear, alarms", "C", null, Frames::alarm);
                case "encrypted" ->
                    benchmark.measure("DC-09 over TCP encrypted, alarms", "E", Frames.KEY, Frames::encrypted);
                case "heartbeat" -> benchmark.measure("DC-09 over TCP, heartbeats", "B", null, Frames::heartbeat);
                case "flood" -> benchmark.flood();
                default -> throw new IllegalArgumentException(what);
            }
        }
        // The server and the database are stopped on the way out; threads of libraries would keep this from ending.
        System.exit(0);
    }

    private void measure(String what, String letter, String key, BiFunction<String, Integer, byte[]> frames)
            throws InterruptedException {
        List<String> accounts = register(letter, key);
        Book book = new Book();
        run(accounts, frames, book, 0, WARM_UP);
        int before = book.answers();
        run(accounts, frames, book, 0, seconds);
        double most = (book.answers() - before) / (double) seconds;
        String atMost = book.waits(before);
        LOG.info(() -> String.format("%s: %.0f a second (%s)", what, most, atMost));
        int half = book.answers();
        run(accounts, frames, book, most / 2, seconds);
        LOG.info(() -> String.format(
                "%s: at %.0f a second %s; in all %d refused, %d got no answer",
                what, most / 2, book.waits(half), book.refusals(), book.silences()));
        compare(what, letter, book);
    }

    /**
     * One device sends datagrams ten times as fast as two hundred others together send their alarms; every tenth second tells what the
     * server's process takes.
     */
    private void flood() throws InterruptedException {
        int calm = Integer.getInteger("calm", 300);
        int length = Integer.getInteger("flood", 60);
        List<String> accounts = register("A", null);
        Book book = new Book();
        run(accounts, Frames::alarm, book, calm, WARM_UP);
        int before = book.answers();
        String account = register("D", null).get(0);
        Book flooded = new Book();
        Thread flood = new Thread(() ->
                new UdpFlood(fixpunkt.dc09Port(), account, flooded).run(new Pace(10.0 * calm, length, 1)));
        flood.start();
        run(accounts, Frames::alarm, book, calm, length);
        flood.join();
        LOG.info(() -> String.format(
                "flood: %d datagrams of one device in %d s, %d of them acknowledged; the others at %d a second meanwhile: %s;"
                        + " %d of theirs got no answer; the server's process %s",
                flooded.sent(), length, flooded.answers(), calm, book.waits(before), book.silences(), memory()));
        compare("flood, the others", "A", book);
        compare("flood, the device", "D", flooded);
    }

    private String memory() {
        try {
            return Files.readAllLines(Path.of(
                            "/proc", String.valueOf(fixpunkt.server().process().pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("?");
        } catch (IOException notLinux) {
            return "?";
        }
    }

    private List<String> register(String letter, String key) {
        Api administrator = fixpunkt.administrator();
        return IntStream.range(0, DEVICES)
                .mapToObj(i -> {
                    String account = String.format("AB%s%05d", letter, i);
                    administrator
                            .post(
                                    "devices",
                                    key == null
                                            ? Map.of("protocol", "dc09", "identity", account, "name", account)
                                            : Map.of(
                                                    "protocol",
                                                    "dc09",
                                                    "identity",
                                                    account,
                                                    "name",
                                                    account,
                                                    "key",
                                                    key))
                            .expect(201);
                    return account;
                })
                .toList();
    }

    private void run(
            List<String> accounts, BiFunction<String, Integer, byte[]> frames, Book book, double rate, int length)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            Thread thread = new Thread(() -> {
                new PanelLine(fixpunkt.dc09Port(), window, book, new Pace(rate, length, lines), number -> {
                            String account = accounts.get(number % accounts.size());
                            return new PanelLine.Message(Frames.key(account, number), frames.apply(account, number));
                        })
                        .run();
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** The book against the database. Heartbeats make no signal; they are counted in the conversation log. */
    private void compare(String what, String letter, Book book) {
        if (letter.equals("B")) {
            String rows = fixpunkt.sql(
                            "SELECT COUNT(*) AS n FROM device_exchange WHERE identity LIKE 'ABB%' AND kind = 'HEARTBEAT'")
                    .get(0)
                    .get("n");
            LOG.info(() -> what + ": " + book.answers() + " acknowledged, " + rows + " in the conversation log");
            return;
        }
        BitSet missing = book.all();
        int twice = 0;
        BitSet found = new BitSet();
        for (Map<String, String> row :
                fixpunkt.sql("SELECT decoded FROM device_signal WHERE identity LIKE ?", "AB" + letter + "%")) {
            Matcher number = NUMBER.matcher(row.get("decoded"));
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
}
