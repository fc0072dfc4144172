package se.fixpunkt.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.fixpunkt.harness.CannotStart;
import se.fixpunkt.harness.Directories;
import se.fixpunkt.harness.Installation;

/**
 * Starts the demo, says where it is, and keeps it running until it is told to stop. It runs inside Maven's own process, so that
 * Ctrl-C reaches it directly; the database and the server are children that die with it.
 */
public final class DemoLauncher {
    private static final int MEMORY_MEGABYTES = 1024;

    private final DemoOptions options;
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    private DemoLauncher(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Ends the process: with code 1 and one line when something does not come up or falls over later. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            DemoLauncher launcher = new DemoLauncher(DemoOptions.from(System.getProperties()), out);
            launcher.run();
        } catch (CannotStart e) {
            stopWith("The demo cannot start: " + e.getMessage());
        } catch (RuntimeException | AssertionError e) {
            stopWith("The demo stopped: " + e);
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void stopWith(String line) {
        System.out.flush();
        System.err.println(line.replaceAll("\\s*\\R\\s*", " "));
        System.err.flush();
        // The hooks stop what runs already; Maven would otherwise bury the line under its own.
        System.exit(1);
    }

    private void run() {
        prepareDirectory();
        options.requireFreePorts();
        Installation.Settings settings = new Installation.Settings(
                options.data(),
                options.target(),
                options.ports(),
                MEMORY_MEGABYTES,
                Map.of(
                        "FIXPUNKT_FIRST_ORGANISATION", "Demo",
                        "FIXPUNKT_FIRST_ADMINISTRATOR", DemoPeople.ADMINISTRATOR,
                        "FIXPUNKT_FIRST_PASSWORD", DemoPeople.PASSWORD));
        try (Installation installation = Installation.start(settings, this::say)) {
            requireSignInPage(installation);
            say("The sign-in page answers");
            new DemoData(installation, options.data()).fill(this::say);
            out.println(DemoTable.of(installation, options));
            out.flush();
            waitUntilItFalls(installation);
        }
    }

    private void prepareDirectory() {
        Path data = options.data();
        try {
            if (options.fresh()) {
                say("Emptying " + data);
                Directories.delete(data);
            }
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "may-write", null));
        } catch (IOException | RuntimeException e) {
            throw new CannotStart(
                    "No right to write in " + data + " (" + e + "). Choose another place with -Ddemo.data=DIR", e);
        }
    }

    private void requireSignInPage(Installation installation) {
        try {
            HttpResponse<Void> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(installation.url() + "/signin/sign-in"))
                                    .timeout(Duration.ofMinutes(2))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            if (page.statusCode() != 200) {
                throw new CannotStart("The sign-in page answers " + page.statusCode() + " (see "
                        + installation.server().log() + ")");
            }
        } catch (IOException e) {
            throw new CannotStart("The sign-in page does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Fixpunkt started", e);
        }
    }

    private void waitUntilItFalls(Installation installation) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(1, TimeUnit.SECONDS)) {
                if (!installation.server().isAlive()) {
                    throw new CannotStart("Payara Micro ended by itself, see "
                            + installation.server().log());
                }
                if (!installation.database().isAlive()) {
                    throw new CannotStart("MariaDB ended by itself, see " + options.data());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String what) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        out.println(String.format(Locale.ROOT, "[demo %4.1f s] %s", seconds, what));
        out.flush();
    }
}
