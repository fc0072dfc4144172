package se.fixpunkt.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of {@code ops} and of Debian, run as an administrator would. */
public final class Program implements AutoCloseable {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Child child;

    private Program(Child child) {
        this.child = child;
    }

    /** Refuses in one line that names what is missing and how to get it. */
    public static void require(String installation, String... names) {
        List<String> missing =
                Stream.of(names).filter(name -> !isOnThePath(name)).toList();
        if (!missing.isEmpty()) {
            throw new CannotStart("The programs " + missing + " are missing. Install them with: " + installation);
        }
    }

    /** Runs it to its end. What it says on both its outputs is kept; it is made to end when it takes minutes. */
    public static Outcome run(String input, List<String> command) {
        try {
            Path output = Files.createTempFile("fixpunkt-", ".out");
            Path given = Files.createTempFile("fixpunkt-", ".in");
            try {
                Files.writeString(given, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(given.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroy();
                    throw new CannotStart(command.get(0) + " takes too long: " + Files.readString(output));
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
                Files.delete(given);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while " + command.get(0) + " ran", e);
        }
    }

    /** Starts one that runs until it is closed, or until this process ends. */
    public static Program start(String name, Path log, List<String> command) {
        return new Program(Child.start(name, command, Map.of(), HERE, log));
    }

    public String said() {
        return child.readLog();
    }

    @Override
    public void close() {
        child.stop();
    }

    private static boolean isOnThePath(String name) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** How it ended, and what it said. */
    public record Outcome(int exit, String said) {
        /** What it said, when it ended well. */
        public String wellDone() {
            if (exit != 0) {
                throw new AssertionError("Ended with " + exit + ": " + said);
            }
            return said;
        }
    }
}
