package se.fixpunkt.alarms.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** Devices against the whole application: SIPp and plain sockets outside, the real database behind. */
class ReceiversIT {
    private static final AtomicInteger DEVICES = new AtomicInteger(7_000_000);
    private static final String QA = "[#%s|Nri1/QA0001]";

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @ParameterizedTest
    @ValueSource(strings = {"u1", "t1"})
    void aSocialAlarmIsStoredAnsweredAndShown(String transport) {
        Device device = register("scaip", null);

        SipP.Outcome sipp = SipP.alarm(fixpunkt.sipPort(), transport, device.identity, "R1", "ME", "0005", "0010");

        assertEquals(0, sipp.exit(), sipp::screen);
        assertTrue(sipp.log().contains("<mrs><ref>R1</ref><snu>0</snu><mre>1</mre><cre>61</cre></mrs>"), sipp::log);
        Map<String, String> alarm = alarms(device).get(0);
        assertEquals("fall", alarm.get("kind"));
        assertEquals("OPEN", alarm.get("state"));
        assertEquals("Halsband", alarm.get("text"));
        assertTrue(
                administrator
                        .get("alarms?state=open&device=" + device.id)
                        .text()
                        .contains(alarm.get("id")),
                "the alarm is in the queue");
        assertTrue(
                administrator.get("journal?subject=" + alarm.get("id")).text().contains("AlarmRaised")
                        || fixpunkt.sql("SELECT * FROM journal WHERE subject_id = ?", alarm.get("id"))
                                        .size()
                                == 1,
                "the journal has it");
        Waiting.until("the delivery is in the conversation", Duration.ofSeconds(60), () -> conversation(device).stream()
                .anyMatch(row -> row.getString("verdict").equals("delivered")));
        List<JsonObject> conversation = conversation(device);
        assertEquals(4, conversation.size(), conversation::toString);
        assertTrue(raw(conversation.get(0)).startsWith("MESSAGE sip:arc@"));
        assertTrue(raw(conversation.get(1)).startsWith("SIP/2.0 200 OK"));
        assertTrue(raw(conversation.get(2)).endsWith("</mrs>"));
    }

    @Test
    void anUnknownSocialAlarmIsSentAwayAndKept() {
        String identity = String.valueOf(DEVICES.incrementAndGet());

        SipP.Outcome sipp = SipP.alarm(fixpunkt.sipPort(), "u1", identity, "R1", "ME", "0003", "0010");

        assertTrue(sipp.log().contains("<snu>5</snu><mre>0</mre><cre>0</cre>"), sipp::log);
        List<Map<String, String>> kept = fixpunkt.sql(
                "SELECT * FROM device_exchange WHERE identity = ? AND direction = 'in' AND verdict = 'unknown-device'",
                identity);
        assertEquals(1, kept.size());
    }

    @Test
    void aPanelsAlarmsAreStoredAndAcknowledged() {
        Device device = register("dc09", null);
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            assertEquals("\"ACK\"0001L0#" + device.identity + "[]", panel.ask(alarm(device, 1)));
            assertEquals(
                    "\"ACK\"0002L0#" + device.identity + "[]", panel.ask("\"NULL\"0002L0#" + device.identity + "[]"));
            assertEquals(
                    "\"ACK\"0003R1L2#" + device.identity + "[]",
                    panel.ask("\"ADM-CID\"0003R1L2#" + device.identity + "[#" + device.identity + "|3101 00 001]"));
        }
        assertEquals(1, alarms(device).size());
        assertEquals(List.of("ALARM", "RESTORAL"), kinds("device_signal", device));
        assertEquals(List.of("HEARTBEAT"), kinds("device_exchange", device));
        assertNotEquals(
                null,
                fixpunkt.sql("SELECT last_heard_at FROM device_state WHERE device_id = ?", device.id)
                        .get(0)
                        .get("last_heard_at"));
    }

    @Test
    void wordsInAnyLettersAreStoredAndTheBytesAsTheyCame() {
        Device device = register("dc09", null);
        String words = "Улица 3 \uD83D\uDD25";
        String sent = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            assertEquals(
                    "\"ACK\"0001L0#" + device.identity + "[]",
                    panel.ask("\"SIA-DCS\"0001L0#" + device.identity + "[#" + device.identity + "|NFA01][S" + sent
                            + "]"));
        }
        assertEquals("Brandlarm · " + words + " · FA01", alarms(device).get(0).get("text"));
        assertTrue(raw(conversation(device).get(0)).contains("[S" + words + "]"));
    }

    @Test
    void aRepeatIsAcknowledgedAgainAndIsNoSecondAlarm() {
        Device device = register("dc09", null);
        for (int i = 0; i < 3; i++) {
            try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
                assertEquals("\"ACK\"0001L0#" + device.identity + "[]", panel.ask(alarm(device, 1)));
            }
        }
        assertEquals(1, alarms(device).size());
        Device social = register("scaip", null);
        for (int i = 0; i < 2; i++) {
            SipP.Outcome sipp = SipP.alarm(fixpunkt.sipPort(), "u1", social.identity, "R1", "ME", "0003", "0010");
            assertTrue(sipp.log().contains("<mrs><ref>R1</ref><snu>0</snu><mre>1</mre><cre>61</cre></mrs>"), sipp::log);
        }
        assertEquals(1, alarms(social).size());
    }

    @Test
    void aDeviceThatIsRegisteredAnewIsHeardThoughItBeginsItsReferencesAnew() {
        Device before = register("scaip", null);
        SipP.alarm(fixpunkt.sipPort(), "u1", before.identity, "R1", "ME", "0003", "0010");
        assertEquals(1, alarms(before).size());
        fixpunkt.sql("UPDATE alarm SET state = 'CLOSED', closed_at = NOW(6) WHERE device_id = ?", before.id);
        administrator.delete("devices/" + before.id).expect(204);
        Device anew = register("scaip", before.identity, null);

        for (int i = 0; i < 2; i++) {
            SipP.Outcome sipp = SipP.alarm(fixpunkt.sipPort(), "u1", anew.identity, "R1", "ME", "0003", "0010");
            assertTrue(sipp.log().contains("<mrs><ref>R1</ref><snu>0</snu><mre>1</mre><cre>61</cre></mrs>"), sipp::log);
        }

        assertEquals(1, alarms(anew).size());
        assertEquals(1, alarms(before).size());
    }

    @Test
    void theSameMessageFromTwentyConnectionsAtOnceIsOneAlarm() throws Exception {
        Device device = register("dc09", null);
        List<String> answers = atOnce(20, number -> alarm(device, 1));

        assertEquals(
                List.of("\"ACK\"0001L0#" + device.identity + "[]"),
                answers.stream().distinct().toList());
        assertEquals(1, alarms(device).size());
    }

    @Test
    void manyAlarmsAtOnceAreEachStoredOnce() throws Exception {
        Device device = register("dc09", null);
        List<String> answers = atOnce(60, number -> alarm(device, number + 1));

        assertEquals(
                60,
                answers.stream()
                        .filter(answer -> answer.startsWith("\"ACK\""))
                        .distinct()
                        .count());
        assertEquals(60, alarms(device).size());
    }

    @Test
    void aKeyThatIsChangedHoldsForTheNextFrame() {
        Device device = register("dc09", "0123456789ABCDEF");
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            String body = "\"*NULL\"0001L0#" + device.identity + "[" + "00".repeat(32);
            assertEquals("\"DUH\"0001L0#" + device.identity + "[]", panel.ask(body));
            administrator.patch("devices/" + device.id, Map.of("key", "")).expect(200);
            panel.ask(body);
        }
        List<String> verdicts = conversation(device).stream()
                .filter(row -> row.getString("direction").equals("in"))
                .map(row -> row.getString("verdict"))
                .toList();
        assertEquals(List.of("wrong-key", "no-key"), verdicts);
    }

    @Test
    void nothingIsAcknowledgedWhileTheDatabaseIsAway() throws Exception {
        Device device = register("dc09", null);
        Device social = register("scaip", null);
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            assertTrue(panel.ask(alarm(device, 1)).startsWith("\"ACK\""));
            signal("STOP");
            try {
                panel.send(alarm(device, 2));
                SipP.Outcome sipp =
                        SipP.alarmOnce(fixpunkt.sipPort(), "u1", social.identity, "R1", "ME", "0003", "0010");
                assertTrue(sipp.log().contains("<snu>6</snu>"), sipp::log);
            } finally {
                signal("CONT");
            }
            assertEquals(
                    "\"ACK\"0003L0#" + device.identity + "[]", panel.ask("\"NULL\"0003L0#" + device.identity + "[]"));
            assertTrue(panel.ask(alarm(device, 2)).startsWith("\"ACK\""));
        }
        assertEquals(2, alarms(device).size());
    }

    private interface Body {
        String of(int number);
    }

    private List<String> atOnce(int clients, Body body) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
                        start.await();
                        return panel.ask(body.of(number));
                    }
                }));
            }
            start.countDown();
            List<String> given = new ArrayList<>();
            for (Future<String> answer : answers) {
                given.add(answer.get());
            }
            return given;
        } finally {
            threads.shutdownNow();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder(
                                "kill",
                                "-" + name,
                                String.valueOf(fixpunkt.database().process().pid()))
                        .start()
                        .waitFor());
    }

    private record Device(String id, String identity) {}

    private Device register(String protocol, String key) {
        return register(protocol, String.valueOf(DEVICES.incrementAndGet()), key);
    }

    private Device register(String protocol, String identity, String key) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("protocol", protocol, "identity", identity, "name", identity));
        if (key != null) {
            wanted.put("key", key);
        }
        return new Device(
                administrator.post("devices", wanted).expect(201).json().getString("id"), identity);
    }

    private static String alarm(Device device, int sequence) {
        return String.format("\"SIA-DCS\"%04dL0#%s" + QA, sequence, device.identity, device.identity);
    }

    /** What the device itself has raised; a flood has an alarm of its own besides. */
    private List<Map<String, String>> alarms(Device device) {
        return fixpunkt.sql("SELECT * FROM alarm WHERE device_id = ? AND signal_id IS NOT NULL", device.id);
    }

    private List<String> kinds(String table, Device device) {
        return fixpunkt.sql("SELECT kind FROM " + table + " WHERE device_id = ? ORDER BY id", device.id).stream()
                .map(row -> row.get("kind"))
                .toList();
    }

    private List<JsonObject> conversation(Device device) {
        return administrator.get("devices/" + device.id + "/communication").expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .toList();
    }

    private static String raw(JsonObject exchange) {
        return new String(Base64.getDecoder().decode(exchange.getString("raw")), StandardCharsets.UTF_8);
    }
}
