package se.fixpunkt.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Directories;
import se.fixpunkt.harness.Installation;
import se.fixpunkt.harness.Ports;
import se.fixpunkt.harness.Waiting;

/** A node of its own, because it is frozen and stopped here. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodeLifeIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String ADMINISTRATOR = "admin@test.test";
    private static final String PASSWORD = "fixpunkt-tested-here";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static Installation node;

    @BeforeAll
    static void start() {
        Path home = TARGET.resolve("it-life");
        Directories.delete(home);
        node = Installation.start(
                new Installation.Settings(
                        home,
                        TARGET,
                        Ports.Plan.free(),
                        512,
                        Map.of(
                                "FIXPUNKT_NODE", "life",
                                "FIXPUNKT_DRAIN_SECONDS", "4",
                                "FIXPUNKT_FIRST_ORGANISATION", "Test",
                                "FIXPUNKT_FIRST_ADMINISTRATOR", ADMINISTRATOR,
                                "FIXPUNKT_FIRST_PASSWORD", PASSWORD)),
                step -> {});
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void readinessFallsWithinASecondAnswersAtOnceAndComesBackWhenTheDatabaseHangs() throws Exception {
        signal("STOP", node.database().process());
        try {
            Waiting.until("not ready", Duration.ofSeconds(4), () -> status("/health/ready") == 503);
            long asked = System.nanoTime();
            assertEquals(503, status("/health/ready"));
            Duration answered = Duration.ofNanos(System.nanoTime() - asked);
            assertTrue(answered.compareTo(Duration.ofSeconds(1)) < 0, answered::toString);
            assertEquals(200, status("/health/live"));
        } finally {
            signal("CONT", node.database().process());
        }
        Waiting.until("ready again", Duration.ofSeconds(10), () -> status("/health/ready") == 200);
    }

    @Test
    @Order(2)
    void aNodeThatFellSilentIsOneAlarmInTheQueueThatEndsWithANoteWhenItIsHeardAgain() throws Exception {
        execute("INSERT INTO node (name, instance, version, started_at, seen_at, beat, ready, stopped_at, report)"
                + " VALUES ('fallen', UUID(), '0.9', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, 7, TRUE,"
                + " NULL, '{}')");
        Api operator = new Api(node.url(), node.mail()).signIn(ADMINISTRATOR, PASSWORD);
        Waiting.until(
                "the alarm",
                Duration.ofSeconds(40),
                () -> systemAlarms(operator).size() == 1);
        JsonObject alarm = systemAlarms(operator).get(0);
        assertTrue(alarm.getString("text").contains("fallen"), alarm::toString);
        assertEquals("Fixpunkt", alarm.getString("deviceName"));
        assertTrue(alarm.isNull("device"));

        execute("DELETE FROM node WHERE name = 'fallen'");
        Waiting.until(
                "the note", Duration.ofSeconds(60), () -> operator.get("alarms/" + alarm.getString("id") + "/notes")
                        .text()
                        .contains("över"));
        assertEquals(1, systemAlarms(operator).size());
    }

    private static List<JsonObject> systemAlarms(Api operator) {
        return operator.get("alarms?state=open").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals("system"))
                .toList();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = node.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the load balancer sees: not ready but serving for a while, then nothing. */
    @Test
    @Order(3)
    void aNodeThatIsToldToStopIsFirstNotReadyAndServesOnThenSaysGoodbye() throws Exception {
        ProcessHandle process = node.server().process();
        List<Integer> ready = new ArrayList<>();
        List<Integer> served = new ArrayList<>();
        process.destroy();
        Waiting.until("the node has gone", Duration.ofSeconds(40), () -> {
            ready.add(status("/health/ready"));
            served.add(status("/api/v1/operations/status"));
            return !process.isAlive();
        });

        assertTrue(ready.contains(503), ready::toString);
        assertTrue(ready.indexOf(503) < 2, ready::toString);
        assertTrue(served.stream().filter(status -> status == 401).count() >= 5, served::toString);
        assertEquals("1", stopped());
    }

    private static String stopped() throws SQLException {
        try (Connection connection = node.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT stopped_at IS NOT NULL FROM node WHERE name = 'life'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** The HTTP status; 0 when nobody answered in time. */
    private static int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + path))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
