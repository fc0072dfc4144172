package se.fixpunkt.alarms.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A device played by SIPp (Debian package {@code sip-tester}), which knows nothing of our code. */
public final class SipP {
    private static final int TRIES = 4;

    private SipP() {}

    /**
     * What happened.
     *
     * @param exit 0 when every call went as the scenario says
     * @param log what the scenario logged: the bodies of the centre's messages among it
     * @param screen what SIPp printed
     */
    public record Outcome(int exit, String log, String screen) {}

    /**
     * Sends one alarm and answers the centre's message.
     *
     * @param transport {@code u1} for UDP, {@code t1} for TCP
     * @param fields identity, reference, message type, device type, status code
     */
    public static Outcome alarm(int port, String transport, String... fields) {
        Outcome outcome = alarmOnce(port, transport, fields);
        for (int tries = 1; tries < TRIES && outcome.log().contains("<snu>6</snu>"); tries++) {
            // The centre could not store it in time, and a device sends it again.
            outcome = alarmOnce(port, transport, fields);
        }
        return outcome;
    }

    /** As {@link #alarm}, and never again. */
    static Outcome alarmOnce(int port, String transport, String... fields) {
        return run("alarm", port, transport, fields);
    }

    /**
     * As {@link #alarm}, of a device that answers when it is asked for its password.
     *
     * @param account the user name that it gives
     */
    static Outcome alarmWithPassword(int port, String identity, String reference, String account, String password) {
        String credentials = "[authentication username=" + account + " password=" + password + "]";
        return run("alarm-digest", port, "u1", identity, reference, credentials);
    }

    private static Outcome run(String name, int port, String transport, String... fields) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "sipp");
            Path data = Files.writeString(
                    directory.resolve("alarm.csv"), "SEQUENTIAL\n" + String.join(";", fields) + ";\n");
            Path log = directory.resolve("log");
            Path screen = directory.resolve("screen");
            Process sipp = new ProcessBuilder(List.of(
                            "sipp",
                            "127.0.0.1:" + port,
                            "-sf",
                            scenario(name),
                            "-oocsf",
                            scenario("answer"),
                            "-inf",
                            data.toAbsolutePath().toString(),
                            "-i",
                            "127.0.0.1",
                            "-t",
                            transport,
                            "-m",
                            "1",
                            "-timeout",
                            "60s",
                            "-trace_logs",
                            "-log_file",
                            log.toAbsolutePath().toString()))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(screen.toFile())
                    .start();
            if (!sipp.waitFor(90, TimeUnit.SECONDS)) {
                sipp.destroyForcibly();
            }
            return new Outcome(sipp.waitFor(), read(log), read(screen));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String scenario(String name) {
        return Path.of("src/test/resources/sipp", name + ".xml")
                .toAbsolutePath()
                .toString();
    }

    private static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return String.join("\n", lines.toList());
        }
    }
}
