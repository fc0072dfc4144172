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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

class OperationsIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @Test
    void aNodeSaysOfItselfHowItIs() {
        JsonObject node = ownNode();

        assertEquals("ready", node.getString("state"));
        assertFalse(node.getString("version").isBlank());
        assertTrue(node.getInt("silentSeconds") < 30);
        assertTrue(node.getJsonObject("database").getBoolean("answers"));
        assertFalse(node.getJsonObject("database").getBoolean("replicated"));
        assertEquals(
                List.of(
                        "scaip:" + fixpunkt.sipPort() + ":true",
                        "dc09:" + fixpunkt.dc09Port() + ":true",
                        "sosaccess:" + fixpunkt.sosAccessPort() + ":true",
                        "webhook:" + URI.create(fixpunkt.url()).getPort() + ":true"),
                node.getJsonArray("receivers").getValuesAs(JsonObject.class).stream()
                        .map(one -> one.getString("protocol") + ":" + one.getInt("port") + ":"
                                + one.getBoolean("listening"))
                        .toList());
        assertTrue(node.getJsonArray("disks")
                        .getJsonObject(0)
                        .getJsonNumber("total")
                        .longValue()
                > 0);
    }

    @Test
    void itsRowIsWrittenAgainAndAgain() {
        long first = beat();
        Waiting.until("the node's beat grows", Duration.ofSeconds(60), () -> beat() > first);
    }

    @Test
    void aNodeThatStoppedSayingAnythingIsSilentAndAConcern() {
        String name = "dead-" + UUID.randomUUID();
        fixpunkt.sql(
                """
                INSERT INTO node (name, instance, version, started_at, seen_at, beat, ready, stopped_at, report)
                VALUES (?, ?, '0.9', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, 7, TRUE,
                    NULL, 'not even JSON')
                """,
                name,
                UUID.randomUUID().toString());
        try {
            JsonObject status = status();
            assertEquals("silent", node(status, name).getString("state"));
            assertTrue(status.getJsonArray("concerns").getValuesAs(JsonObject.class).stream()
                    .anyMatch(one -> one.getString("kind").equals("node-silent")
                            && one.getString("about").equals(name)));
        } finally {
            fixpunkt.sql("DELETE FROM node WHERE name = ?", name);
        }
    }

    @Test
    void whatIsNotSetUpIsNamedAndThenNotAllIsWell() {
        JsonObject status = status();
        List<String> blind = status.getJsonArray("blindSpots").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("kind"))
                .toList();

        assertTrue(blind.contains("backup-not-set-up"), blind::toString);
        assertTrue(blind.contains("certificates-not-set-up"), blind::toString);
        assertFalse(status.getBoolean("well"));
    }

    @Test
    void takesARightOfItsOwn() {
        fixpunkt.api().get("operations/status").expect(401);
        person("MANAGE_PEOPLE").get("operations/status").expect(403);
        person("WATCH_OPERATIONS").get("operations/status").expect(200);
    }

    @Test
    void metricsSayTheSame() throws Exception {
        String metrics = get("/metrics?scope=application");

        for (String name : List.of(
                "fixpunkt_node_ready",
                "fixpunkt_database_answers",
                "fixpunkt_database_cluster_size",
                "fixpunkt_intake_waiting",
                "fixpunkt_receiver_listening",
                "fixpunkt_disk_free_bytes",
                "fixpunkt_mail_waiting",
                "fixpunkt_backup_age_seconds")) {
            assertTrue(metrics.contains(name), () -> name + " is not in " + metrics);
        }
    }

    @Test
    void readinessTellsWhatItRestsOn() throws Exception {
        String ready = get("/health/ready");

        for (String check : List.of("database", "intake", "going")) {
            assertTrue(ready.contains('"' + check + '"'), ready);
        }
        assertFalse(get("/health/live").contains("database"));
    }

    private JsonObject status() {
        return administrator.get("operations/status").expect(200).json();
    }

    private JsonObject ownNode() {
        String name = fixpunkt.sql("SELECT name FROM node WHERE stopped_at IS NULL ORDER BY started_at DESC")
                .get(0)
                .get("name");
        return node(status(), name);
    }

    private static JsonObject node(JsonObject status, String name) {
        return status.getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
                .filter(node -> node.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long beat() {
        return Long.parseLong(
                fixpunkt.sql("SELECT MAX(beat) AS beat FROM node").get(0).get("beat"));
    }

    private Api person(String right) {
        String email = "p" + UUID.randomUUID() + "@test.test";
        administrator
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Drift",
                                "password",
                                RunningFixpunkt.PASSWORD,
                                "rights",
                                List.of(right)))
                .expect(201);
        return fixpunkt.api().signIn(email, RunningFixpunkt.PASSWORD);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(fixpunkt.url() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
