package se.fixpunkt.alarms.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** Passwords, keys and certificates of devices, and what an administrator decides about event codes, in a running server. */
class ReceiverSecurityIT {
    private static final AtomicInteger DEVICES = new AtomicInteger(6_000_000);
    private static final Duration EVERYWHERE = Duration.ofSeconds(60);
    private static final Pattern GIVEN = Pattern.compile("<newauthentication>([^<]{15})</newauthentication>");

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @Test
    void aSocialAlarmWithAPasswordIsAskedForItAndHeard() {
        Device device = register("scaip", "secret-password");

        SipP.Outcome right =
                SipP.alarmWithPassword(fixpunkt.sipPort(), device.identity, "R1", "account", "secret-password");

        assertEquals(0, right.exit(), right::screen);
        assertTrue(right.log().contains("<snu>0</snu>"), right::log);
        assertEquals(1, alarms(device).size());
        assertEquals(List.of("challenged", "stored"), received(device).subList(0, 2));

        SipP.Outcome wrong = SipP.alarmWithPassword(fixpunkt.sipPort(), device.identity, "R2", "account", "guess");
        assertNotEquals(0, wrong.exit());
        assertEquals(1, alarms(device).size());
        assertTrue(received(device).contains("wrong-password"), () -> received(device)
                .toString());
    }

    @Test
    void aSocialAlarmIsHeardOverTls() throws Exception {
        Device device = register("scaip", null);
        String body = "<mrq><ref>T1</ref><cid>" + device.identity + "</cid><dty>0005</dty></mrq>";
        String message = String.join(
                "\r\n",
                "MESSAGE sip:arc@localhost SIP/2.0",
                "Via: SIP/2.0/TLS 127.0.0.1;branch=z9hG4bK" + device.identity,
                "From: <sip:" + device.identity + "@device.invalid>;tag=d1",
                "To: <sip:arc@localhost>",
                "Call-ID: " + device.identity,
                "CSeq: 1 MESSAGE",
                "Content-Type: application/scaip+xml",
                "Content-Length: " + body.length(),
                "",
                body);
        try (SSLSocket socket = (SSLSocket)
                fixpunkt.certificate().device().getSocketFactory().createSocket("127.0.0.1", fixpunkt.sipTlsPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
            StringBuilder answers = new StringBuilder();
            while (answers.indexOf("</mrs>") < 0) {
                int next = socket.getInputStream().read();
                assertTrue(next >= 0, answers::toString);
                answers.append((char) next);
            }
            assertTrue(answers.toString().contains("<snu>0</snu>"), answers::toString);
        }
        assertEquals("fall", alarms(device).get(0).get("kind"));
    }

    @Test
    void aRolledPasswordReplacesTheOldOneWhenItIsUsed() {
        Device device = register("sosaccess", "l4x85dshyrbla27");
        String asking = SosAccessClient.HEADER + "<requestnewauthentication><authentication>%s</authentication>"
                + "<reference>9</reference><transmittercode>" + device.identity
                + "</transmittercode><transmittertype>SV300</transmittertype></requestnewauthentication>";
        String given;
        try (SosAccessClient client = new SosAccessClient(fixpunkt.sosAccessPort())) {
            String first = client.ask(String.format(asking, "l4x85dshyrbla27"));
            given = password(client.ask(String.format(asking, "l4x85dshyrbla27")));
            assertNotEquals(password(first), given);

            assertStatus(0, client.ask(SosAccessClient.alarm(device.identity, "l4x85dshyrbla27", "R1", "FA")));
            assertStatus(4, client.ask(SosAccessClient.alarm(device.identity, password(first), "R2", "FA")));
            assertStatus(0, client.ask(SosAccessClient.alarm(device.identity, given, "R3", "FA")));
            assertStatus(4, client.ask(SosAccessClient.alarm(device.identity, "l4x85dshyrbla27", "R4", "FA")));
            assertStatus(0, client.ask(SosAccessClient.alarm(device.identity, given, "R5", "FA")));
        }
        assertEquals(3, alarms(device).size());
        for (String table : List.of("device_exchange", "device_communication", "device_signal", "journal")) {
            List<Map<String, String>> rows = fixpunkt.sql("SELECT * FROM " + table);
            assertFalse(
                    rows.stream().anyMatch(row -> row.values().stream()
                            .anyMatch(value -> value != null && value.contains(given))),
                    table);
        }
        assertEquals(
                1,
                fixpunkt.sql("SELECT * FROM journal WHERE subject_id = ? AND kind = 'DeviceKeyReplaced'", device.id)
                        .size());
    }

    @Test
    void aPlainFrameOfAnEncryptingPanelIsRefused() {
        Device device = register("dc09", "0123456789ABCDEF");
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            assertEquals("\"DUH\"0001L0#" + device.identity + "[]", panel.ask(frame(device, 1, "QA", "")));
        }
        assertEquals(List.of("not-encrypted"), received(device));
        assertEquals(0, alarms(device).size());
    }

    @Test
    void anAdministratorDecidesWhatACodeMeans() {
        Device device = register("dc09", null);
        AtomicInteger sequence = new AtomicInteger();
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            panel.ask(frame(device, sequence.incrementAndGet(), "YZ", ""));
            assertEquals(0, alarms(device).size());
            administrator
                    .put("event-codes/sia/YZ", Map.of("kind", "alarm", "about", "wandering", "priority", 4))
                    .expect(200);
            Waiting.until("the change holds", EVERYWHERE, () -> {
                panel.ask(frame(device, sequence.incrementAndGet(), "YZ", ""));
                return !alarms(device).isEmpty();
            });
            assertEquals("wandering", alarms(device).get(0).get("kind"));
            assertEquals("4", alarms(device).get(0).get("priority"));

            administrator.delete("event-codes/sia/YZ").expect(204);
            Waiting.until("the usual holds again", EVERYWHERE, () -> {
                int before = alarms(device).size();
                panel.ask(frame(device, sequence.incrementAndGet(), "YZ", ""));
                return alarms(device).size() == before;
            });
        }
        assertEquals(
                2,
                fixpunkt.sql("SELECT * FROM journal WHERE kind = 'EventCodeChanged'").stream()
                        .filter(row -> row.toString().contains("YZ"))
                        .count());
    }

    @Test
    void whatNoCodeCanMeanIsRefused() {
        administrator
                .put("event-codes/sia/Y", Map.of("kind", "alarm", "about", "fire"))
                .expect(422);
        administrator
                .put("event-codes/sia/YY", Map.of("kind", "heartbeat", "about", "fire"))
                .expect(422);
        administrator
                .put("event-codes/sia/YY", Map.of("kind", "alarm", "about", "system"))
                .expect(422);
        administrator
                .put("event-codes/sia/YY", Map.of("kind", "alarm", "about", "fire", "priority", 0))
                .expect(422);
        administrator.get("event-codes/nothing").expect(404);
        administrator.get("event-codes/sia/ZQ").expect(404);
        assertTrue(administrator.get("event-codes/cid").expect(200).items().size() > 200);
    }

    @Test
    void thePositionOfASignalIsKept() {
        Device device = register("dc09", null);
        try (Dc09Client panel = new Dc09Client(fixpunkt.dc09Port())) {
            panel.ask(frame(device, 1, "QA", "[X012E34.5678][Y59N19.8765]"));
        }
        Map<String, String> signal = fixpunkt.sql(
                        "SELECT latitude, longitude FROM device_signal WHERE device_id = ?", device.id)
                .get(0);
        assertEquals("59.331275", signal.get("latitude"));
        assertEquals("12.576130", signal.get("longitude"));
        assertTrue(alarms(device).get(0).get("text").endsWith("59.331275, 12.576130"));
    }

    private record Device(String id, String identity) {}

    private Device register(String protocol, String key) {
        String identity = String.valueOf(DEVICES.incrementAndGet());
        Map<String, Object> wanted =
                new HashMap<>(Map.of("protocol", protocol, "identity", identity, "name", identity));
        if (key != null) {
            wanted.put("key", key);
        }
        return new Device(
                administrator.post("devices", wanted).expect(201).json().getString("id"), identity);
    }

    private static String frame(Device device, int sequence, String code, String extended) {
        return String.format(
                "\"SIA-DCS\"%04dL0#%s[#%s|Nri1/%s0001]%s", sequence, device.identity, device.identity, code, extended);
    }

    private static String password(String answer) {
        Matcher given = GIVEN.matcher(answer);
        assertTrue(given.find(), answer);
        return given.group(1);
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.contains("<status>" + status + "</status>"), answer);
    }

    private List<Map<String, String>> alarms(Device device) {
        return fixpunkt.sql("SELECT * FROM alarm WHERE device_id = ? ORDER BY id", device.id);
    }

    private List<String> received(Device device) {
        return administrator.get("devices/" + device.id + "/communication").expect(200).items().stream()
                .map(item -> (JsonObject) item)
                .filter(row -> row.getString("direction").equals("in"))
                .map(row -> row.getString("verdict"))
                .toList();
    }
}
