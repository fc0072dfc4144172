package se.fixpunkt.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import se.fixpunkt.harness.AtBest;
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
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private static final Duration SOON = Duration.ofMinutes(2);
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
        AtBest.within("no longer to be ready", Duration.ofSeconds(4), NodeLifeIT::untilNotReady);
    }

    private static Duration untilNotReady() throws Exception {
        Duration fell;
        signal("STOP", node.database().process());
        try {
            long frozen = System.nanoTime();
            Waiting.until("not ready", SOON, () -> status("/health/ready") == 503);
            fell = AtBest.since(frozen);
            AtBest.within(
                    "an answer",
                    Duration.ofSeconds(1),
                    () -> AtBest.of(() -> assertEquals(503, status("/health/ready"))));
            assertEquals(200, status("/health/live"));
        } finally {
            signal("CONT", node.database().process());
        }
        Waiting.until("ready again", SOON, () -> status("/health/ready") == 200);
        return fell;
    }

    @Test
    @Order(2)
    void aNodeThatFellSilentIsOneAlarmInTheQueueThatEndsWithANoteWhenItIsHeardAgain() throws Exception {
        execute("INSERT INTO node (name, instance, version, started_at, seen_at, beat, ready, stopped_at, report)"
                + " VALUES ('fallen', UUID(), '0.9', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, 7, TRUE,"
                + " NULL, '{}')");
        Api operator = new Api(node.url(), node.mail()).signIn(ADMINISTRATOR, PASSWORD);
        Waiting.until("the alarm", SOON, () -> systemAlarms(operator).size() == 1);
        JsonObject alarm = systemAlarms(operator).get(0);
        assertEquals("Fixpunkt", alarm.getString("deviceName"));
        assertTrue(alarm.isNull("device"));

        execute("DELETE FROM node WHERE name = 'fallen'");
        Waiting.until("the note", SOON, () -> operator.get("alarms/" + alarm.getString("id") + "/notes")
                .text()
                .contains("över"));
        assertEquals(1, systemAlarms(operator).size());
    }

    private static List<JsonObject> systemAlarms(Api operator) {
        return operator.get("alarms?state=open").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals("system")
                        // A machine that was taken away for long may be a concern of its own.
                        && one.getString("text").contains("fallen"))
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
        Waiting.until("the node has gone", SOON, () -> {
            ready.add(status("/health/ready"));
            served.add(status("/api/v1/operations/status"));
            return !process.isAlive();
        });

        int told = ready.indexOf(503);
        assertTrue(told >= 0 && told < 20, ready::toString);
        assertFalse(ready.subList(told, ready.size()).contains(200), ready::toString);
        assertTrue(served.stream().skip(told).filter(status -> status == 401).count() >= 2, served::toString);
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
                .timeout(Duration.ofSeconds(20))
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
