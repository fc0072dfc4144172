package se.fixpunkt.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One node as it is in production, of Debian's packages: encrypted at rest, with a binlog; alone, without replication. */
public final class DebianMariaDb implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Path home;
    private final int port;
    private final Program server;

    private DebianMariaDb(Path home, int port, Program server) {
        this.home = home;
        this.port = port;
        this.server = server;
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @param home where settings and log are written
     * @param data the data directory, made when it does not exist
     * @param keys the file with the keys for data at rest, made when it does not exist
     */
    public static DebianMariaDb start(Path home, Path data, Path keys) {
        Program.require(
                "ops/install-test-tools cluster",
                "mariadbd",
                "mariadb-install-db",
                "mariadb-backup",
                "mariadb-binlog",
                "age",
                "zstd");
        int port = Ports.free();
        write(home.resolve("my.cnf"), settings(home, data, keys, port));
        write(home.resolve("init.sql"), ACCOUNT);
        if (!Files.exists(keys)) {
            String key =
                    Program.run("", List.of("openssl", "rand", "-hex", "32")).wellDone();
            PrivateFiles.write(keys, "1;" + key);
        }
        if (!Files.isDirectory(data)) {
            Program.run("", install(home)).wellDone();
        }
        Program server = Program.start(
                "MariaDB",
                home.resolve("output.log"),
                List.of(
                        "mariadbd",
                        "--defaults-file=" + home.resolve("my.cnf"),
                        "--init-file=" + home.resolve("init.sql")));
        DebianMariaDb node = new DebianMariaDb(home, port, server);
        if (!Waiting.until(START, Duration.ofMillis(50), node::answers, () -> {})) {
            node.close();
            throw new CannotStart("MariaDB does not start; see " + home.resolve("error.log"));
        }
        return node;
    }

    /** The node's server settings, for the programs that work beside it. */
    public Path settings() {
        return home.resolve("my.cnf");
    }

    /** A connection that takes several statements at once, as a migration has them. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/?allowMultiQueries=true&timezone=UTC&connectTimeout=30000",
                "fixpunkt",
                "scratch");
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static List<String> install(Path home) {
        return List.of(
                "mariadb-install-db",
                "--defaults-file=" + home.resolve("my.cnf"),
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name"),
                "--skip-test-db");
    }

    private static String settings(Path home, Path data, Path keys, int port) {
        return """
                [mysqld]
                user=%s
                datadir=%s
                socket=%s
                pid-file=%s
                log-error=%s
                port=%d
                bind-address=127.0.0.1
                skip-name-resolve
                server-id=1
                log-bin=binlog
                binlog-format=ROW
                character-set-server=utf8mb4
                collation-server=utf8mb4_swedish_ci
                default-time-zone=+00:00
                innodb-flush-log-at-trx-commit=1
                plugin-load-add=file_key_management
                file-key-management-filename=%s
                file-key-management-encryption-algorithm=AES_CTR
                innodb-encrypt-tables=FORCE
                innodb-encryption-threads=1
                innodb-encrypt-log=ON
                innodb-encrypt-temporary-tables=ON
                encrypt-binlog=ON
                encrypt-tmp-files=ON
                encrypt-tmp-disk-tables=ON
                aria-encrypt-tables=ON
                """
                .formatted(
                        System.getProperty("user.name"),
                        data,
                        // A path under the home directory may be longer than the 107 bytes of a socket address.
                        Directories.temporary("node").resolve("s"),
                        home.resolve("pid"),
                        home.resolve("error.log"),
                        port,
                        keys);
    }

    private static final String ACCOUNT =
            """
            CREATE DATABASE IF NOT EXISTS fixpunkt CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
            CREATE USER IF NOT EXISTS fixpunkt@127.0.0.1 IDENTIFIED BY 'scratch';
            GRANT ALL ON *.* TO fixpunkt@127.0.0.1;
            """;

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
