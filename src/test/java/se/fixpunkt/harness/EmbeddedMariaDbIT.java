package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
    private static final Path BINARIES = Path.of("target/mariadb").toAbsolutePath();

    /** One for all: most of a first start is the making of an empty database. */
    @TempDir
    static Path home;

    @Test
    void keepsItsDataOverARestart() throws Exception {
        try (EmbeddedMariaDb first = start()) {
            execute(first, "CREATE TABLE kept (word VARCHAR(20) PRIMARY KEY)");
            execute(first, "INSERT INTO kept VALUES ('fixpunkt åäö')");
        }

        try (EmbeddedMariaDb second = start()) {
            assertEquals("fixpunkt åäö", one(second, "SELECT word FROM kept"));
        }
    }

    @Test
    void refusesASecondServerOnTheSameData() {
        try (EmbeddedMariaDb running = start()) {
            CannotStart refusal = assertThrows(CannotStart.class, this::start);

            assertTrue(refusal.getMessage()
                    .contains("already in use by process " + running.process().pid()));
        }
    }

    @Test
    void leavesNoProcessBehind() {
        EmbeddedMariaDb database = start();
        ProcessHandle process = database.process();

        database.close();

        assertFalse(process.isAlive());
    }

    @Test
    void hasTheSettingsOfANodeOnTheLoopbackAddressOnly() throws Exception {
        try (EmbeddedMariaDb database = start()) {
            assertEquals("1", one(database, "SELECT @@innodb_snapshot_isolation"));
            assertEquals("utf8mb4", one(database, "SELECT @@character_set_database"));
            assertEquals("+00:00", one(database, "SELECT @@time_zone"));
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                assertTrue(card.isLoopback() || refuses(card, database.port()), card.getName());
            }
        }
    }

    private EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(home, BINARIES, Ports.free(), "secret");
    }

    private static boolean refuses(NetworkInterface card, int port) {
        return Collections.list(card.getInetAddresses()).stream().noneMatch(address -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 500);
                return true;
            } catch (java.io.IOException refused) {
                return false;
            }
        });
    }

    private static void execute(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
