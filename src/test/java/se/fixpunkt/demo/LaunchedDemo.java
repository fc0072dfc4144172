package se.fixpunkt.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.fixpunkt.harness.Waiting;

/** The launcher as a process of its own, to see how it ends. */
final class LaunchedDemo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final Path out;
    private final Path err;

    private LaunchedDemo(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param options as on Maven's command line, e.g. {@code demo.http.port=8081} */
    static LaunchedDemo start(Path logs, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        options.forEach(option -> command.add("-D" + option));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, DemoLauncher.class.getName()));
        Path out = Files.createTempFile(logs, "demo", ".out");
        Path err = Files.createTempFile(logs, "demo", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new LaunchedDemo(process, out, err);
    }

    void awaitTable() {
        Waiting.until("the demo's table", PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The demo ended: " + said() + complained());
            }
            return said().contains("Ctrl-C");
        });
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The demo goes on: " + said() + complained());
        }
        return process.exitValue();
    }

    /** Itself and everything it started. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    String said() {
        return read(out);
    }

    String complained() {
        return read(err);
    }

    @Override
    public void close() {
        family().forEach(ProcessHandle::destroy);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
