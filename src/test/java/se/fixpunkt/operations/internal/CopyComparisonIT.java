package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.Ports;
import se.fixpunkt.operations.Comparison.Difference;

/** Two databases of one server stand for two copies: what is compared is the same, and each can be made to differ. */
class CopyComparisonIT {
    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start(@TempDir Path home) {
        server = EmbeddedMariaDb.start(
                home,
                Path.of("target/mariadb").toAbsolutePath(),
                Ports.Plan.free().database(),
                "secret");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void twoAlikeCopies() throws SQLException {
        for (String copy : List.of("one", "two")) {
            root("DROP DATABASE IF EXISTS " + copy);
            root("CREATE DATABASE " + copy + " CHARACTER SET utf8mb4");
            root(
                    "CREATE TABLE " + copy
                            + ".thing (id INT PRIMARY KEY, name VARCHAR(20) NULL, price DECIMAL(9,3), at DATETIME(6), raw BLOB)");
            root("INSERT INTO " + copy
                    + ".thing SELECT seq, CONCAT('namn ', seq), seq / 8, '2026-01-02 03:04:05.678901', REPEAT(CHAR(seq), 40)"
                    + " FROM seq_1_to_12000");
            root("CREATE TABLE " + copy
                    + ".counted (subject BINARY(4), number INT, n INT, PRIMARY KEY (subject, number))");
            root("INSERT INTO " + copy + ".counted SELECT UNHEX(LPAD(HEX(seq), 8, 'FF')), seq, 1 FROM seq_1_to_6000");
        }
    }

    @Test
    void copiesThatAreAlikeDifferInNothing() throws Exception {
        assertEquals(Optional.empty(), compare("thing"));
        assertEquals(Optional.empty(), compare("counted"));
    }

    @Test
    void aRowThatIsMissingAndOneTooManyAreFound() throws Exception {
        root("DELETE FROM two.thing WHERE id = 7777");
        root("INSERT INTO two.thing (id) VALUES (20000)");
        assertEquals(Optional.of(new Difference("thing", "two", 2, "20000")), compare("thing"));
    }

    @Test
    void theSmallestChangeOfAValueIsFound() throws Exception {
        root("UPDATE two.thing SET price = price + 0.001 WHERE id = 3");
        assertEquals(Optional.of(new Difference("thing", "two", 1, "3")), compare("thing"));
    }

    @Test
    void nothingAndTheEmptyTextAreNotAlike() throws Exception {
        root("UPDATE one.thing SET name = NULL WHERE id = 5");
        root("UPDATE two.thing SET name = '' WHERE id = 5");
        assertEquals(Optional.of(new Difference("thing", "two", 1, "5")), compare("thing"));
    }

    @Test
    void binaryAndManifoldKeysAreCompared() throws Exception {
        root("UPDATE two.counted SET n = 2 WHERE number = 5999");
        assertEquals(Optional.of(new Difference("counted", "two", 1, "FFFF176F 5999")), compare("counted"));
    }

    /** One transaction changes both, so that whoever reads later sees at least as much, as replication promises. */
    @Test
    void aChangeInTheMiddleOfTheReadingIsNoDifference() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        try (Load writer = new Load(() -> {
            try (Connection connection = server.connectAsRoot();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("UPDATE two.thing SET price = price + 1 WHERE id BETWEEN 1 AND 20");
                statement.execute("UPDATE one.thing SET price = price + 1 WHERE id BETWEEN 1 AND 20");
                connection.commit();
                changes.incrementAndGet();
            }
        })) {
            writer.start();
            for (int i = 0; i < 20 || (i < 2000 && changes.get() <= 20); i++) {
                assertEquals(Optional.empty(), compare("thing"));
            }
        }
        assertTrue(changes.get() > 20, "the writer was slower than the reader");
    }

    private static Optional<Difference> compare(String table) throws SQLException, InterruptedException {
        try (Connection one = connect("one");
                Connection two = connect("two")) {
            CopyReader first = new CopyReader("one", one);
            ComparedTable compared = first.tables().stream()
                    .filter(any -> any.name().equals(table))
                    .findFirst()
                    .orElseThrow();
            return new TableComparison(first, new CopyReader("two", two), compared).run(nanos -> {});
        }
    }

    private static Connection connect(String copy) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + server.port() + "/" + copy, "root", server.password());
    }

    private static void root(String sql) throws SQLException {
        try (Connection connection = server.connectAsRoot();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Repeats a change on a thread of its own until it is closed; what went wrong meanwhile is thrown then. */
    private static final class Load implements AutoCloseable {
        private final Thread thread;
        private volatile boolean stopping;
        private volatile SQLException failure;

        Load(Change change) {
            thread = new Thread(() -> repeat(change));
        }

        void start() {
            thread.start();
        }

        private interface Change {
            void make() throws SQLException;
        }

        private void repeat(Change change) {
            try {
                while (!stopping) {
                    change.make();
                }
            } catch (SQLException e) {
                failure = e;
            }
        }

        @Override
        public void close() throws SQLException {
            stopping = true;
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
