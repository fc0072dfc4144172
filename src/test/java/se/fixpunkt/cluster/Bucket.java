package se.fixpunkt.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.harness.Ports;
import se.fixpunkt.harness.Program;
import se.fixpunkt.harness.Waiting;

/** A bucket of an S3-compatible service that checks signatures and keeps its objects as files. */
final class Bucket implements AutoCloseable {
    private static final Path SERVER = Path.of("target", "s3", "s3proxy.jar");
    private static final Duration START = Duration.ofMinutes(3);
    private static final String NAME = "backups";
    private static final String KEY = "en-nyckel-till-hinken";

    private final Path home;
    private final String endpoint;
    private final Program server;

    private Bucket(Path home, String endpoint, Program server) {
        this.home = home;
        this.endpoint = endpoint;
        this.server = server;
    }

    static Bucket start(Path home) throws IOException {
        Program.require("ops/install-test-tools cluster", "rclone");
        Files.createDirectories(home.resolve("objects").resolve(NAME));
        int port = Ports.free();
        String endpoint = "http://127.0.0.1:" + port;
        Path settings = home.resolve("server.properties");
        Files.writeString(
                settings,
                """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=backup
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """
                        .formatted(endpoint, KEY, home.resolve("objects")));
        Program server = Program.start(
                "S3Proxy",
                home.resolve("server.log"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        SERVER.toString(),
                        "--properties",
                        settings.toString()));
        Bucket bucket = new Bucket(home, endpoint, server);
        Waiting.until("the bucket", START, () -> answers(port));
        return bucket;
    }

    /** How {@code ops/backup} and {@code ops/restore} get there. */
    List<String> options() throws IOException {
        return options(KEY);
    }

    List<String> withAnotherKey() throws IOException {
        return options("inte-" + KEY);
    }

    /** Where the objects are as files. */
    Path content() {
        return home.resolve("objects");
    }

    @Override
    public void close() {
        server.close();
    }

    private List<String> options(String key) throws IOException {
        Path settings = home.resolve(key + ".conf");
        Files.writeString(
                settings,
                """
                store=s3://%s/one-installation
                s3-endpoint=%s
                s3-access-key=backup
                s3-secret-key=%s
                """
                        .formatted(NAME, endpoint, key));
        return new ArrayList<>(
                List.of("--config", settings.toString(), "--store", "s3://" + NAME + "/one-installation"));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
