package se.fixpunkt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import se.fixpunkt.cluster.Cluster;

/**
 * The peer: Kamailio with msilo (Debian packages {@code kamailio}, {@code kamailio-mysql-modules}), which stores each MESSAGE in the
 * same database, on the same node, with the same durability.
 */
final class Kamailio implements AutoCloseable {
    private static final Path MODULES = Path.of("/usr/lib/x86_64-linux-gnu/kamailio/modules/");
    private static final Path SCHEMA = Path.of("/usr/share/kamailio/mysql");
    private static final int PORT = 5070;
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|#).*$");

    private final InetSocketAddress address;
    private final Process process;

    Kamailio(Subject.Groups groups) {
        if (!Files.isDirectory(MODULES)) {
            throw new IllegalStateException("Kamailio is missing: ops/install-test-tools peers");
        }
        Cluster cluster = groups.cluster();
        address = new InetSocketAddress(groups.own(), PORT);
        try {
            makeTables(groups);
            cluster.run(
                    "sql",
                    "db-a",
                    "--execute",
                    "CREATE OR REPLACE USER kamailio@localhost IDENTIFIED BY 'kamailio'; GRANT ALL ON fixpunkt.* TO kamailio@localhost");
            Path home = Files.createDirectories(cluster.home().resolve("kamailio"));
            String configuration = Files.readString(Path.of("src/test/resources/bench/kamailio.cfg"))
                    .replace("ADDRESS", address.getAddress().getHostAddress() + ":" + PORT)
                    .replace("MODULES", MODULES.toString());
            Path file = Files.writeString(home.resolve("kamailio.cfg"), configuration);
            ProcessBuilder builder = new ProcessBuilder(
                            "/usr/sbin/kamailio", "-DD", "-E", "-f", file.toString(), "-Y", home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile());
            builder.environment()
                    .put(
                            "MYSQL_UNIX_PORT",
                            cluster.home().resolve("db-a/mariadbd.sock").toString());
            process = builder.start();
            if (process.waitFor(3, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Kamailio does not start; see " + home.resolve("log"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** With the package's own files. */
    private static void makeTables(Subject.Groups groups) throws IOException {
        try (Connection connection = groups.connect();
                Statement statement = connection.createStatement()) {
            for (String file : new String[] {"standard-create.sql", "msilo-create.sql"}) {
                String script =
                        COMMENT.matcher(Files.readString(SCHEMA.resolve(file))).replaceAll("");
                for (String part : script.split(";", -1)) {
                    boolean needed = part.contains("silo") || part.contains("version");
                    if (needed && !part.isBlank()) {
                        statement.execute(part.replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
