package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** A sender that knows nothing but what is published, against the whole application. */
class WebhookIT {
    private static final AtomicInteger DEVICES = new AtomicInteger();
    private static final String KEY = "it-hemlig-nyckel";
    private static final String FALL = "{\"kind\":\"alarm\",\"code\":\"fall\",\"text\":\"Föll i köket\",\"battery\":3}";

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();
    private final WebhookSender sender = new WebhookSender(fixpunkt.url());

    @Test
    void anAlarmIsStoredOnceAndShown() {
        Device device = register();
        HttpResponse<String> answer = post(device, KEY, now(), "K1", FALL);

        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("\"status\":\"stored\""), answer::body);
        Map<String, String> alarm = alarms(device).get(0);
        assertEquals("fall", alarm.get("kind"));
        assertEquals("1", alarm.get("priority"));
        assertEquals("Föll i köket", alarm.get("text"));
        assertTrue(administrator
                .get("alarms?state=open&device=" + device.id)
                .text()
                .contains(alarm.get("id")));
        assertEquals(answer.body(), post(device, KEY, now() + 1, "K1", FALL).body());
        assertEquals(1, alarms(device).size());
    }

    @Test
    void theConversationHasBothSides() {
        Device device = register();
        String signature = WebhookSender.sign(KEY, now(), FALL);
        String answer = sender.post(device.identity, signature, "K1", FALL.getBytes(StandardCharsets.UTF_8))
                .body();

        List<JsonObject> conversation = conversation(device);
        assertEquals(2, conversation.size(), conversation::toString);
        assertEquals("in", conversation.get(0).getString("direction"));
        assertTrue(raw(conversation.get(0)).endsWith("\r\n\r\n" + FALL));
        assertTrue(raw(conversation.get(0)).contains("Fixpunkt-Signature: " + signature + "\r\n"));
        assertTrue(conversation.get(0).getString("decoded").contains("battery: 3"));
        assertEquals("stored", conversation.get(0).getString("verdict"));
        assertTrue(raw(conversation.get(1)).startsWith("HTTP/1.1 200\r\n"));
        assertTrue(raw(conversation.get(1)).endsWith(answer));
    }

    @Test
    void theSameAtOnceIsOneAlarm() throws Exception {
        Device device = register();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                long time = now() + i % 2;
                answers.add(threads.submit(() -> post(device, KEY, time, "K1", FALL)));
            }
            List<String> bodies = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                assertEquals(200, answer.get().statusCode());
                bodies.add(answer.get().body());
            }
            assertEquals(1, bodies.stream().distinct().count());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, alarms(device).size());
    }

    @Test
    void anOverheardSignatureMakesNoSecondAlarm() {
        Device device = register();
        long time = now();
        assertEquals(200, post(device, KEY, time, "K1", FALL).statusCode());
        assertEquals(409, post(device, KEY, time, "K2", FALL).statusCode());
        assertEquals(409, post(device, KEY, time, null, FALL).statusCode());
        assertEquals(200, post(device, KEY, time, "K1", FALL).statusCode());
        assertEquals(200, post(device, KEY, time + 1, "K2", FALL).statusCode());
        assertEquals(2, alarms(device).size());
    }

    @Test
    void aKeyHoldsForOneBody() {
        Device device = register();
        assertEquals(200, post(device, KEY, now(), "K1", FALL).statusCode());
        assertEquals(409, post(device, KEY, now(), "K1", "{\"kind\":\"alarm\"}").statusCode());
        assertEquals(1, alarms(device).size());
        assertEquals(
                List.of("stored", "stored", "other-body", "other-body"),
                conversation(device).stream()
                        .map(row -> row.getString("verdict"))
                        .toList());
    }

    @Test
    void strangersAreRefusedAlikeAndNothingIsStored() {
        Device device = register();
        HttpResponse<String> wrong = post(device, "another", now(), "K1", FALL);
        HttpResponse<String> old = post(device, KEY, now() - 400, "K1", FALL);
        HttpResponse<String> unknown = post(new Device("", "nobody-" + device.identity), KEY, now(), "K1", FALL);
        HttpResponse<String> unsigned = sender.post(device.identity, null, "K1", FALL.getBytes(StandardCharsets.UTF_8));

        assertEquals(401, wrong.statusCode());
        assertEquals(401, unknown.statusCode());
        assertEquals(wrong.body(), unknown.body());
        assertEquals(wrong.body(), unsigned.body());
        assertEquals(401, old.statusCode());
        assertTrue(old.body().contains("\"now\""), old::body);
        assertTrue(old.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(fixpunkt.sql("SELECT id FROM device_signal WHERE identity LIKE ?", "%" + device.identity)
                .isEmpty());
        Waiting.until(
                "all are in the log",
                Duration.ofSeconds(60),
                () -> conversation(device).size() == 6);
        assertEquals(
                "unknown-device",
                fixpunkt.sql(
                                "SELECT verdict FROM device_exchange WHERE identity = ? AND direction = 'in'",
                                "nobody-" + device.identity)
                        .get(0)
                        .get("verdict"));
    }

    /** {@code curl -d} says that it sends a form; others say what is no type at all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded|*/*",
                "text/plain; charset=iso-8859-1|*/*",
                "application/json; charset=utf-8|text/html",
                "application/cloudevents+json|application/json",
                "json|*/*",
                "''|*/*",
                "application/json; charset|*/*",
                "application/json; charset=|json",
                "application/json|*/*;q=1.0000"
            })
    void aBodyInPiecesIsTakenWhateverTypesAreNamed(String type, String accept) {
        Device device = register();
        byte[] body = FALL.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                sender.postInPieces(device.identity, WebhookSender.sign(KEY, now(), body), type, accept, body);

        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("Föll i köket", alarms(device).get(0).get("text"));
        String head = raw(conversation(device).get(0)).split("Fixpunkt-Signature", 2)[0];
        assertTrue(head.contains("\r\nContent-Type: " + type.split(";", 2)[0]), head);
    }

    /** A SHA-512 in hexadecimal has no room in the column; Stripe's keys have up to 255 characters. */
    @Test
    void aLongKeyAndOneWithABlankAreRememberedToo() {
        for (String key : List.of("0f".repeat(64), "k".repeat(255), "larm 4711")) {
            Device device = register();
            HttpResponse<String> first = post(device, KEY, now(), key, FALL);

            assertEquals(200, first.statusCode(), first::body);
            assertEquals(first.body(), post(device, KEY, now() + 1, key, FALL).body());
            assertEquals(1, alarms(device).size());
            assertTrue(fixpunkt.sql("SELECT reference FROM device_signal WHERE device_id = ?", device.id)
                    .get(0)
                    .get("reference")
                    .matches("[0-9a-f]{64}"));
        }
        assertEquals(422, post(register(), KEY, now(), "k".repeat(256), FALL).statusCode());
    }

    @Test
    void sizeIsBounded() {
        Device device = register();
        String start = "{\"kind\":\"test\",\"text\":\"";
        String most = start + "x".repeat(64 * 1024 - start.length() - 2) + "\"}";
        assertEquals(200, post(device, KEY, now(), "K1", most).statusCode());
        assertEquals(413, post(device, KEY, now(), "K2", most + " ").statusCode());
        assertEquals(413, post(device, KEY, now(), "K3", most.repeat(16)).statusCode());
        assertTrue(alarms(device).isEmpty());
    }

    @Test
    void whatIsWrongIsNamed() {
        Device device = register();
        HttpResponse<String> answer = post(device, KEY, now(), "K1", "{\"kind\":\"alarm\",\"priority\":\"3\"}");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("\"field\":\"priority\""), answer::body);
        assertEquals(400, post(device, KEY, now(), "K2", "kind=alarm").statusCode());
    }

    @Test
    void theFormIsPublished() {
        HttpResponse<String> schema = sender.get("/api/v1/receivers/webhook/schema");

        assertEquals(200, schema.statusCode());
        assertTrue(schema.body().contains("\"restoral\""), schema::body);
        String openApi = sender.get("/openapi").body();
        assertTrue(openApi.contains("/receivers/webhook/{identity}"), openApi);
        assertTrue(openApi.contains("/api/v1/receivers/webhook/schema"), openApi);
        assertTrue(openApi.contains("1 to 255 characters"), openApi);
    }

    private record Device(String id, String identity) {}

    private Device register() {
        String identity = "gw-" + now() + "." + DEVICES.incrementAndGet();
        String id = administrator
                .post("devices", Map.of("protocol", "webhook", "identity", identity, "name", identity, "key", KEY))
                .expect(201)
                .json()
                .getString("id");
        return new Device(id, identity);
    }

    private HttpResponse<String> post(Device device, String key, long time, String idempotencyKey, String body) {
        return sender.post(
                device.identity,
                WebhookSender.sign(key, time, body),
                idempotencyKey,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Map<String, String>> alarms(Device device) {
        return fixpunkt.sql("SELECT * FROM alarm WHERE device_id = ?", device.id);
    }

    private List<JsonObject> conversation(Device device) {
        return administrator.get("devices/" + device.id + "/communication").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .toList();
    }

    private static String raw(JsonObject exchange) {
        return new String(Base64.getDecoder().decode(exchange.getString("raw")), StandardCharsets.UTF_8);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
