package se.fixpunkt.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payara Micro with the WAR, as IT staff would start it, but on 127.0.0.1 only. It counts as started when the application itself
 * says that it is ready: the server prints "ready" even when the deployment failed.
 */
public final class PayaraMicro implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private static final Pattern SUCCESS = Pattern.compile("was successfully deployed in");

    private static final Pattern FAILURE = Pattern.compile(
            "(?m)(Exception while (?:deploying|loading|starting|preparing) the app|Failed to deploy|deployment failed"
                    + "|Deployed 0 archive|PayaraMicro.*SEVERE"
                    // The server took what is no archive at all for deployed, and says afterwards what it really has.
                    + "|\"Deployed\": \\[\\s*\\])");

    /** What the application says itself when it refuses to start, or else the first failure that was logged. */
    private static final List<Pattern> REASONS = List.of(
            Pattern.compile("Fixpunkt does not start: (.+)"),
            Pattern.compile("(WELD-\\d+: .+)"),
            Pattern.compile("Caused by: (.+)"),
            Pattern.compile("Exception while \\w+ the app[^:]*: (.+)"),
            Pattern.compile("(\\w+(?:Exception|Error): .+)"));

    private final int port;
    private final Child server;

    private PayaraMicro(int port, Child server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts the server and waits until the application is ready.
     *
     * @param home for the log and what the server unpacks
     * @param memoryMegabytes the Java heap's limit
     * @param environment the FIXPUNKT_… values
     */
    public static PayaraMicro start(
            Path jar, Path war, Path home, int port, int memoryMegabytes, Map<String, String> environment) {
        require(jar, "Payara Micro");
        require(war, "The WAR");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memoryMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + Directories.temporary("payara"),
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--noHazelcast",
                "--disablePhoneHome",
                "--unpackDir",
                home.resolve("payara").toString(),
                "--preBootCommandFile",
                loopbackOnly(home).toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                war.toString(),
                "--contextRoot",
                "/"));
        Child server = Child.start("Payara Micro", command, environment, home, home.resolve("payara.log"));
        PayaraMicro payara = new PayaraMicro(port, server);
        try {
            payara.awaitDeployment();
        } catch (RuntimeException e) {
            payara.close();
            throw e;
        }
        return payara;
    }

    /** Where pages and REST answer, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    public Path log() {
        return server.log();
    }

    /** The server process, for tests that freeze or kill it. */
    public ProcessHandle process() {
        return server.program();
    }

    public boolean isAlive() {
        return server.isAlive();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void require(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart(what + " is missing: " + file + ". Build it first: ./mvnw package -DskipTests");
        }
    }

    private static Path loopbackOnly(Path home) {
        Path commands = home.resolve("preboot.asadmin");
        try {
            Files.createDirectories(home);
            Files.writeString(
                    commands,
                    "set configs.config.server-config.network-config.network-listeners.network-listener"
                            + ".http-listener.address=127.0.0.1\n");
            return commands;
        } catch (IOException e) {
            throw new CannotStart("Cannot write " + commands + ": " + e.getMessage(), e);
        }
    }

    private void awaitDeployment() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        boolean ready = Waiting.until(
                START, Duration.ofMillis(200), () -> isDeployed() && isReady(client), this::refuseFailure);
        if (!ready) {
            throw new CannotStart("Fixpunkt was not ready within " + START.toSeconds() + " s (see " + log() + ")");
        }
    }

    private boolean isDeployed() {
        return SUCCESS.matcher(server.readLog()).find();
    }

    private boolean isReady(HttpClient client) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Fixpunkt started", e);
        }
    }

    private void refuseFailure() {
        String log = server.readLog();
        if (!server.isAlive()) {
            throw new CannotStart("Fixpunkt stopped with code " + server.exitCode() + ": " + reason(log));
        }
        if (FAILURE.matcher(log).find() && !SUCCESS.matcher(log).find()) {
            throw new CannotStart("Fixpunkt was not deployed: " + reason(log));
        }
    }

    private String reason(String log) {
        String found = REASONS.stream()
                .map(pattern -> pattern.matcher(log))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip())
                .findFirst()
                .orElse("no reason given");
        return found + " (see " + log() + ")";
    }
}
