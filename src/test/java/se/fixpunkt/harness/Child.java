package se.fixpunkt.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that dies with us. It runs under a few lines of shell that hold the reading end of a pipe: when the pipe closes, because
 * we closed it or because we were killed without a chance to clean up, the program is asked to stop and, ten seconds later, made to.
 * Its own session keeps the terminal's Ctrl-C from reaching it before the parts that depend on it have stopped.
 */
final class Child {
    private static final String SUPERVISOR =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            (
              read -r nothing <&3
              kill -TERM $child
              tries=0
              while kill -0 $child && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
              kill -KILL $child
            ) >/dev/null 2>&1 &
            watch=$!
            wait $child
            status=$?
            kill $watch 2>/dev/null
            exit $status
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Path log;
    private final Process supervisor;
    private final Runnable stopping = this::stop;

    private Child(String name, Path log, Process supervisor) {
        this.name = name;
        this.log = log;
        this.supervisor = supervisor;
    }

    /** Starts the program with its output in the log file, which is emptied first. */
    static Child start(
            String name, List<String> command, Map<String, String> environment, Path workDirectory, Path log) {
        List<String> supervised = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "sh"));
        supervised.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(supervised)
                .directory(workDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            Child child = new Child(name, log, builder.start());
            AtExit.run(child.stopping);
            return child;
        } catch (IOException e) {
            throw new CannotStart("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return supervisor.isAlive();
    }

    int exitCode() {
        return supervisor.exitValue();
    }

    Path log() {
        return log;
    }

    /** The program itself, for tests that freeze or kill it. */
    ProcessHandle program() {
        return supervisor
                .children()
                .min((one, other) -> Long.compare(one.pid(), other.pid()))
                .orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    String readLog() {
        try {
            return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Asks the program to stop, waits, and makes sure. Safe to call again. */
    void stop() {
        AtExit.forget(stopping);
        List<ProcessHandle> family = supervisor.descendants().toList();
        try {
            supervisor.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // The pipe is closed, which is what we want.
        }
        boolean interrupted = false;
        try {
            interrupted = !supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
        }
        if (interrupted) {
            supervisor.destroyForcibly();
        }
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
