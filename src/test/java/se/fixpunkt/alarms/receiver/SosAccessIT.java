package se.fixpunkt.alarms.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** SOS Access transmitters against the whole application: plain sockets outside, the real database behind. */
class SosAccessIT {
    private static final AtomicInteger DEVICES = new AtomicInteger(8_000_000);
    private static final String PASSWORD = "l4x85dshyrbla27";

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @Test
    void anAlarmIsStoredAnsweredAndShown() {
        Device device = register();

        String answer = ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "FA"));

        assertTrue(
                answer.contains("<alarmresponse><reference>R1</reference><status>0</status><info>OK</info>"), answer);
        Map<String, String> alarm = alarms(device).get(0);
        assertEquals("fire", alarm.get("kind"));
        assertEquals("OPEN", alarm.get("state"));
        assertEquals("K\u00f6k · FA", alarm.get("text"));
        assertTrue(
                administrator
                        .get("alarms?state=open&device=" + device.id)
                        .text()
                        .contains(alarm.get("id")),
                "the alarm is in the queue");
        List<JsonObject> conversation = conversation(device);
        assertEquals(
                List.of("in stored", "out stored"),
                conversation.stream()
                        .map(row -> row.getString("direction") + " " + row.getString("verdict"))
                        .toList());
        assertEquals(answer, raw(conversation.get(1)));
    }

    @Test
    void anAlarmWhoseTextLooksLikeItsEndIsStored() {
        Device device = register();
        String info =
                "<!-- </alarmrequest> --><additionalinfo><![CDATA[</alarmrequest>]]></additionalinfo></alarmrequest>";

        String answer =
                ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "FA").replace("</alarmrequest>", info));

        assertTrue(answer.contains("<status>0</status>"), answer);
        assertEquals("K\u00f6k · </alarmrequest> · FA", alarms(device).get(0).get("text"));
        assertTrue(ask(SosAccessClient.HEADER + "<pingrequest a=\"b\"/>").contains("<status>7</status>"));
    }

    @Test
    void thePasswordIsKeptNowhere() {
        Device device = register();
        ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "FA"));
        String wrong = "not" + PASSWORD.substring(3);
        ask(SosAccessClient.alarm(device.identity, wrong, "R2", "FA"));
        ask(SosAccessClient.alarm(device.identity, wrong, "R3", "FA").replace("<eventcode>FA</eventcode>", ""));

        Waiting.until(
                "the request without an event is in the conversation",
                Duration.ofSeconds(60),
                () -> conversation(device).stream()
                        .anyMatch(row -> row.getString("verdict").equals("status-7")));
        conversation(device).forEach(row -> {
            assertFalse(row.toString().contains(PASSWORD), row::toString);
            assertFalse(raw(row).contains(PASSWORD) || raw(row).contains(wrong), () -> raw(row));
        });
        assertTrue(raw(conversation(device).get(0)).contains("<authentication>***************</authentication>"));
        for (String table : List.of("device_exchange", "device_signal")) {
            assertEquals(
                    List.of(),
                    fixpunkt.sql(
                            "SELECT id FROM " + table
                                    + " WHERE protocol = 'sosaccess' AND (raw LIKE ? OR decoded LIKE ? OR answers LIKE ?)",
                            "%" + PASSWORD.substring(3) + "%",
                            "%" + PASSWORD.substring(3) + "%",
                            "%" + PASSWORD.substring(3) + "%"));
        }
        assertEquals(
                List.of(),
                fixpunkt.sql(
                        "SELECT id FROM device_signal WHERE device_id = ? AND (receipt LIKE ? OR repeat_key LIKE ?)",
                        device.id,
                        "%" + PASSWORD + "%",
                        "%" + PASSWORD + "%"));
    }

    @Test
    void aRepeatGetsTheSameAnswerAndIsNoSecondAlarm() {
        Device device = register();
        String request = SosAccessClient.alarm(device.identity, PASSWORD, "R1", "BA");
        String first = ask(request);

        assertEquals(first, ask(request));
        assertEquals(first, ask(request));
        assertEquals(1, alarms(device).size());
        assertTrue(ask(SosAccessClient.alarm(device.identity, PASSWORD, "R2", "BA"))
                .contains("<reference>R2</reference><status>0</status>"));
        assertEquals(2, alarms(device).size());
    }

    /** As a client whose references are all the same sends them. */
    @Test
    void whatHappensAgainAfterItsRestoralIsAnAlarmAgain() {
        Device device = register();
        String alarm = SosAccessClient.alarm(device.identity, PASSWORD, "R1", "BA");
        String restoral = alarm.replace("<alarmtype>AL", "<alarmtype>RE");

        for (String request : List.of(alarm, restoral, restoral, alarm, alarm, restoral, alarm)) {
            assertTrue(ask(request).contains("<status>0</status>"));
        }

        assertEquals(3, alarms(device).size());
        assertEquals(
                2,
                conversation(device).stream()
                        .filter(row -> row.getString("direction").equals("in")
                                && row.getString("verdict").equals("repeat"))
                        .count());
    }

    @Test
    void theSameAlarmFromTwentyConnectionsAtOnceIsOneAlarm() throws Exception {
        Device device = register();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "BA"));
                }));
            }
            start.countDown();
            List<String> given = new ArrayList<>();
            for (Future<String> answer : answers) {
                given.add(answer.get());
            }
            assertEquals(1, given.stream().distinct().count(), given::toString);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, alarms(device).size());
    }

    @Test
    void aStrangerAndAWrongPasswordAreNotAuthorizedAndNothingIsStored() {
        Device device = register();
        String stranger = String.valueOf(DEVICES.incrementAndGet());

        for (String request : List.of(
                SosAccessClient.alarm(stranger, PASSWORD, "R1", "FA"),
                SosAccessClient.alarm(device.identity, "guess", "R1", "FA"))) {
            String answer = ask(request);
            assertTrue(answer.contains("<status>4</status><info>NOT_AUTHORIZED</info>"), answer);
        }
        assertEquals(0, alarms(device).size());
        assertEquals(
                List.of(),
                fixpunkt.sql("SELECT id FROM device_signal WHERE identity IN (?, ?)", stranger, device.identity));
        assertEquals("wrong-password", conversation(device).get(0).getString("verdict"));
        assertEquals(
                1,
                fixpunkt.sql(
                                "SELECT id FROM device_exchange WHERE identity = ? AND direction = 'in'"
                                        + " AND verdict = 'unknown-device'",
                                stranger)
                        .size());
        assertTrue(ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "FA"))
                .contains("<status>0</status>"));
    }

    @Test
    void aHeartbeatIsAnsweredWithTheTimeAndIsNoAlarm() {
        Device device = register();

        String answer = ask(SosAccessClient.ping(device.identity, PASSWORD));

        assertTrue(answer.contains("<pingresponse><reference>734632</reference><status>0</status>"), answer);
        assertTrue(
                answer.matches("(?s).*<arrivaltime>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}</arrivaltime>.*"),
                answer);
        assertEquals(0, alarms(device).size());
        assertEquals(
                1,
                fixpunkt.sql(
                                "SELECT device_id FROM device_state WHERE device_id = ? AND last_heard_at IS NOT NULL",
                                device.id)
                        .size());
    }

    @Test
    void garbageAndHostileXmlLeaveTheReceiverServing() {
        Device device = register();
        try (SosAccessClient browser = new SosAccessClient(fixpunkt.sosAccessPort());
                SosAccessClient bomber = new SosAccessClient(fixpunkt.sosAccessPort());
                SosAccessClient slow = new SosAccessClient(fixpunkt.sosAccessPort());
                SosAccessClient big = new SosAccessClient(fixpunkt.sosAccessPort())) {
            slow.send("<?xml version");
            assertEquals("closed", browser.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            String bomb = "<!DOCTYPE alarmrequest [<!ENTITY a \"" + "ha".repeat(100) + "\"><!ENTITY b \""
                    + "&a;".repeat(100) + "\">]><alarmrequest><eventcode>&b;</eventcode></alarmrequest>";
            assertTrue(bomber.ask(SosAccessClient.HEADER + bomb).contains("<status>2</status>"));
            assertTrue(big.ask(SosAccessClient.HEADER + "<alarmrequest>" + "a".repeat(120_000))
                    .contains("<status>1</status>"));
            assertTrue(ask("<pingrequest></pingrequest>").contains("<status>100</status>"));
            assertTrue(ask(SosAccessClient.alarm(device.identity, PASSWORD, "R1", "FA"))
                    .contains("<status>0</status>"));
        }
        Waiting.until("the hostile message is in the log", Duration.ofSeconds(60), () -> !fixpunkt.sql(
                        "SELECT id FROM device_exchange WHERE protocol = 'sosaccess' AND verdict = 'status-2'")
                .isEmpty());
    }

    private String ask(String request) {
        try (SosAccessClient transmitter = new SosAccessClient(fixpunkt.sosAccessPort())) {
            return transmitter.ask(request);
        }
    }

    private record Device(String id, String identity) {}

    private Device register() {
        String identity = String.valueOf(DEVICES.incrementAndGet());
        Map<String, Object> wanted =
                Map.of("protocol", "sosaccess", "identity", identity, "name", identity, "key", PASSWORD);
        return new Device(
                administrator.post("devices", wanted).expect(201).json().getString("id"), identity);
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
        return new String(Base64.getDecoder().decode(exchange.getString("raw")), StandardCharsets.ISO_8859_1);
    }
}
