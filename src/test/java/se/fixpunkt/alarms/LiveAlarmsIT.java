package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.AtBest;

class LiveAlarmsIT {
    /** Less than the minute after which every stream ends. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);

    private final Desk desk = new Desk();
    private final Api operator = desk.person("HANDLE_ALARMS");

    @Test
    void theStreamBeginsWithTheWholeStateAndTellsEachChange() throws Exception {
        JsonObject device = desk.device();
        String before = desk.alarm(device, 1);
        try (Stream stream = new Stream(operator)) {
            assertNotNull(stream.await(before, "open"), "the state before");
            stream.awaitWhole();

            AtomicReference<String> seen = new AtomicReference<>();
            AtBest.within("another node's alarm in sight", Duration.ofSeconds(1), () -> {
                seen.set(desk.alarm(device, 1));
                long committed = System.nanoTime();
                assertEquals(1, stream.await(seen.get(), "open").getInt("version"));
                return AtBest.since(committed);
            });
            String alarm = seen.get();

            operator.post("alarms/" + alarm + "/take", null).expect(200);
            assertEquals(2, stream.await(alarm, "taken").getInt("version"));
            operator.post("alarms/" + alarm + "/close", Map.of("disposition", "handled"))
                    .expect(200);
            assertEquals(3, stream.await(alarm, "closed").getInt("version"));
        }
        try (Stream again = new Stream(operator)) {
            assertNotNull(again.await(before, "open"), "whoever comes back gets the whole state");
        }
    }

    @Test
    void anotherOrganisationsAlarmIsNeverTold() throws Exception {
        JsonObject device = desk.device();
        try (Stream stream = new Stream(operator)) {
            stream.awaitWhole();
            String foreign = desk.alarm(
                    device.getString("id"), java.util.UUID.randomUUID().toString(), 1);
            String own = desk.alarm(device, 9);
            JsonObject told;
            do {
                told = stream.next();
                assertNotNull(told);
                assertTrue(!foreign.equals(told.getString("id", "")));
            } while (!own.equals(told.getString("id", "")));
        }
    }

    @Test
    void aRightTakenAwayEndsTheStream() throws Exception {
        String email = desk.email("HANDLE_ALARMS");
        Api leaver = desk.fixpunkt.api().signIn(email, se.fixpunkt.harness.RunningFixpunkt.PASSWORD);
        String id = leaver.get("me").expect(200).json().getString("id");
        try (Stream stream = new Stream(leaver)) {
            stream.awaitWhole();
            desk.administrator
                    .patch("people/" + id, Map.of("rights", java.util.List.of()))
                    .expect(200);
            assertTrue(stream.ends(ENDS_WITHIN));
        }
        leaver.get("alarms/live").expect(403);
    }

    /** A browser's end of the stream. */
    private final class Stream implements AutoCloseable {
        private final InputStream body;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Thread reader;

        Stream(Api who) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(desk.fixpunkt.url() + "/api/v1/alarms/live"))
                    .header("Authorization", "Bearer " + who.token().orElseThrow())
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            body = response.body();
            reader = new Thread(this::read, "stream");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closed) {
                lines.add("");
            }
        }

        /** The next event's data; null when none comes within forty seconds. */
        JsonObject next() throws InterruptedException {
            for (; ; ) {
                String line = lines.poll(40, TimeUnit.SECONDS);
                if (line == null) {
                    return null;
                }
                if (line.startsWith("data:")) {
                    try (JsonReader json = Json.createReader(new StringReader(line.substring(5)))) {
                        return json.readObject();
                    }
                }
            }
        }

        JsonObject await(String id, String state) throws InterruptedException {
            for (JsonObject event = next(); event != null; event = next()) {
                if (id.equals(event.getString("id", "")) && state.equals(event.getString("state", ""))) {
                    return event;
                }
            }
            return null;
        }

        void awaitWhole() throws InterruptedException {
            JsonObject event = next();
            while (event != null && !event.containsKey("open")) {
                event = next();
            }
            assertNotNull(event, "the state was never whole");
        }

        boolean ends(Duration patience) throws InterruptedException {
            reader.join(patience.toMillis());
            return !reader.isAlive();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
