package se.fixpunkt.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.harness.CannotStart;
import se.fixpunkt.harness.Waiting;

/** What the database nodes of two groups promise before any fault suite is run against them. */
class ClusterIT {
    private static final Path HOME = Path.of("target", "cluster-it");

    private static final Duration REJOIN = Duration.ofSeconds(60);

    private static final String SECRET = "planted-" + Long.toString(System.nanoTime(), 36) + "-secret";

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        leaveTheNetworkOfDeadProcesses();
        cluster = Cluster.ofDatabases(HOME);
        execute("db-a", "CREATE TABLE note (id BIGINT PRIMARY KEY, word VARCHAR(100) NOT NULL)");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void everyGroupWritesAndSeesTheOthersRow() throws SQLException {
        execute("db-a", "INSERT INTO note VALUES (1, 'from a')");
        execute("db-b", "INSERT INTO note VALUES (2, 'from b')");

        assertEquals("from b", one("db-a", "SELECT word FROM note WHERE id = 2"));
        assertEquals("from a", one("db-b", "SELECT word FROM note WHERE id = 1"));
    }

    @Test
    void aJoinerWithAForeignCertificateIsRefused() {
        String said = cluster.run("check-foreign-certificate");

        assertTrue(said.contains("Refused: "), said);
    }

    @Test
    void aConnectionWithoutTlsIsRefused() {
        String plain =
                "jdbc:mariadb://" + cluster.address("db-a") + ":3306/fixpunkt?sslMode=disable&connectTimeout=2000";

        assertThrows(SQLException.class, () -> DriverManager.getConnection(
                        plain, "fixpunkt", cluster.secret("FIXPUNKT_DB_PASSWORD"))
                .close());
    }

    @Test
    void aKilledNodeRejoinsByItselfWithEveryRow() throws SQLException {
        cluster.kill("db-b");
        Waiting.until("the survivor writes", Duration.ofMinutes(1), () -> writes("db-a", 10));
        execute("db-a", "INSERT INTO note VALUES (11, 'while b was away')");

        Instant started = Instant.now();
        cluster.start("db-b");
        cluster.awaitSynced();
        Duration took = Duration.between(started, Instant.now());

        assertTrue(took.compareTo(REJOIN) <= 0, "rejoined after " + took);
        assertEquals(checksum("db-a"), checksum("db-b"));
        assertEquals("while b was away", one("db-b", "SELECT word FROM note WHERE id = 11"));
    }

    @Test
    void aNodeInTheMinorityRefusesAndTheMajorityWrites() throws SQLException {
        cluster.cut("db-b");
        try {
            Waiting.until("the majority writes", Duration.ofMinutes(1), () -> writes("db-a", 20));
        } finally {
            cluster.heal();
        }
        cluster.awaitSynced();

        assertEquals(checksum("db-a"), checksum("db-b"));
    }

    @Test
    void whatIsWrittenIsOnNoDisk() throws SQLException, IOException {
        execute("db-a", "INSERT INTO note VALUES (30, '" + SECRET + "')");
        execute("db-a", "UPDATE note SET word = CONCAT(word, '!') WHERE id = 30");
        cluster.run("sql", "db-a", "-e", "FLUSH BINARY LOGS");
        assertEquals(SECRET + "!", one("db-b", "SELECT word FROM note WHERE id = 30"));

        assertEquals(List.of(), filesThatContain(SECRET));
    }

    /** Galera cannot encrypt its cache. It is in memory, where the rows are anyway, and not on a disk. */
    @Test
    void theReplicationCacheIsInMemory() throws SQLException, IOException {
        String options = one("db-a", "SELECT @@GLOBAL.wsrep_provider_options");
        Matcher directory = Pattern.compile("gcache\\.dir = ([^;]+);").matcher(options);

        assertTrue(directory.find(), options);
        Path cache = Path.of(directory.group(1));
        assertTrue(Files.exists(cache.resolve("galera.cache")), cache.toString());
        assertEquals("tmpfs", Files.getFileStore(cache).type());
        assertFalse(cache.startsWith(cluster.home()));
    }

    /** The network of one whose processes were killed from outside is taken over: {@link #leaveTheNetworkOfDeadProcesses}. */
    @Test
    void aSecondClusterIsRefusedWhileThisOneLives(@TempDir Path other) {
        CannotStart refused =
                assertThrows(CannotStart.class, () -> Cluster.start(other, Map.of(), "--without-applications"));

        assertTrue(refused.getMessage().contains("another cluster uses this machine's network"), refused.getMessage());
    }

    private static void leaveTheNetworkOfDeadProcesses() throws IOException, InterruptedException {
        // Where a cluster lives its network is left alone, and the start says so.
        String leftover = "ip link add fpbr type bridge && ip netns add fp-db-a && echo /gone > /run/fixpunkt-cluster";
        new ProcessBuilder("sh", "-c", leftover).start().waitFor();
    }

    private static boolean writes(String node, long id) {
        try {
            execute(node, "REPLACE INTO note VALUES (" + id + ", 'probe')");
            return true;
        } catch (SQLException notNow) {
            return false;
        }
    }

    private static void execute(String node, String sql) throws SQLException {
        try (Connection connection = cluster.connect(node);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String node, String sql) throws SQLException {
        return column(node, sql, 1);
    }

    private static String checksum(String node) throws SQLException {
        return column(node, "CHECKSUM TABLE note EXTENDED", 2);
    }

    private static String column(String node, String sql, int column) throws SQLException {
        try (Connection connection = cluster.connect(node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(column);
        }
    }

    private static List<Path> filesThatContain(String secret) throws IOException {
        byte[] wanted = secret.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(cluster.home())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, wanted))
                    .toList();
        }
    }

    /** The searched word has no start that repeats within it, except by its first byte, which is tried again. */
    private static boolean contains(Path file, byte[] wanted) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read == wanted[matched]) {
                    matched++;
                } else {
                    matched = read == wanted[0] ? 1 : 0;
                }
                if (matched == wanted.length) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
