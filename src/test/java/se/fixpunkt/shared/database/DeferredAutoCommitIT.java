package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.Ports;

class DeferredAutoCommitIT {
    /** How many statements have set anything, on any connection. */
    private static final String SETTINGS =
            "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'COM_SET_OPTION'";

    private static EmbeddedMariaDb database;
    private Connection pooled;

    @BeforeAll
    static void start(@TempDir Path home) {
        database = EmbeddedMariaDb.start(
                home,
                Path.of("target/mariadb").toAbsolutePath(),
                Ports.Plan.free().database(),
                "secret");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        pooled = DeferredAutoCommit.over(source.getConnection());
        execute("CREATE OR REPLACE TABLE word (word VARCHAR(20) PRIMARY KEY)");
    }

    @AfterEach
    void close() throws SQLException {
        pooled.close();
    }

    @Test
    void transactionsInTurnSayNothingOfAutocommitBetweenThem() throws SQLException {
        transaction("first");
        try (Connection observer = database.connect()) {
            long before = ask(observer, SETTINGS);

            transaction("second");
            transaction("third");

            assertEquals(before, ask(observer, SETTINGS));
        }
        assertEquals(3, words());
    }

    @Test
    void aStatementAfterATransactionCommitsByItself() throws SQLException {
        transaction("first");
        assertTrue(pooled.getAutoCommit());

        execute("INSERT INTO word VALUES ('alone')");

        assertEquals(2, words());
    }

    @Test
    void whatIsRolledBackIsGone() throws SQLException {
        pooled.setAutoCommit(false);
        execute("INSERT INTO word VALUES ('gone')");
        pooled.rollback();
        pooled.setAutoCommit(true);

        transaction("kept");

        assertEquals(1, words());
    }

    @Test
    void nothingIsSeenBeforeTheCommit() throws SQLException {
        transaction("first");
        pooled.setAutoCommit(false);
        execute("INSERT INTO word VALUES ('second')");

        assertFalse(pooled.getAutoCommit());
        assertEquals(1, words());
    }

    @Test
    void turningItOnInATransactionCommitsThat() throws SQLException {
        pooled.setAutoCommit(false);
        execute("INSERT INTO word VALUES ('first')");

        pooled.setAutoCommit(true);

        assertEquals(1, words());
    }

    @Test
    void aTransactionSeesWhatOthersCommittedBeforeIt() throws SQLException {
        pooled.setAutoCommit(false);
        assertEquals(0, ask(pooled, "SELECT COUNT(*) FROM word"));
        pooled.commit();
        pooled.setAutoCommit(true);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO word VALUES ('meanwhile')");
        }

        pooled.setAutoCommit(false);

        assertEquals(1, ask(pooled, "SELECT COUNT(*) FROM word"));
    }

    @Test
    void failuresOfTheDriverComeAsTheyAre() throws SQLException {
        transaction("first");

        SQLException refused = assertThrows(SQLException.class, () -> transaction("first"));

        assertEquals(1062, refused.getErrorCode());
    }

    private void transaction(String word) throws SQLException {
        pooled.setAutoCommit(false);
        execute("INSERT INTO word VALUES ('" + word + "')");
        pooled.commit();
        pooled.setAutoCommit(true);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = pooled.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long words() throws SQLException {
        try (Connection other = database.connect()) {
            return ask(other, "SELECT COUNT(*) FROM word");
        }
    }

    private static long ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
