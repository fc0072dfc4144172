package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.Dc09Client;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Waiting;
import se.fixpunkt.shared.TimeOrderedId;

/** A technician with a fault report: what did the device say, what did we answer, and what is wrong with this frame? */
class ConversationIT {
    private static final String KEY = "0123456789ABCDEF";

    private final Desk desk = new Desk();
    private final Api technician = desk.person("READ_COMMUNICATION");
    private final String account =
            String.format("C%07X", ThreadLocalRandom.current().nextInt(0x0fff_ffff));

    @Test
    void everyFilterFindsTheRequestWithItsAnswer() {
        String path = conversation("dc09", null);
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            panel.ask("\"SIA-DCS\"0001L0#" + account + "[#" + account + "|Nri1/QA0001^Hissen^]");
            panel.ask("\"NULL\"0002L0#" + account + "[]");
            panel.ask("\"SIA-DCS\"0003L0#" + account + "[#" + account + "|what is this]");
        }
        assertEquals(List.of("in 0001", "out 0001", "in 0002", "out 0002", "in 0003", "out 0003"), said(path, ""));
        assertEquals(List.of("in 0001", "out 0001"), said(path, "?text=hissen"));
        assertEquals(List.of("in 0001", "out 0001"), said(path, "?text=" + encoded("\"ACK\"0001")));
        assertEquals(List.of("in 0002", "out 0002"), said(path, "?kind=heartbeat"));
        assertEquals(List.of("in 0003", "out 0003"), said(path, "?verdict=not-under"));
        assertEquals(List.of("out 0001", "out 0002", "out 0003"), said(path, "?direction=out"));
        assertEquals(List.of("in 0001", "in 0002", "in 0003"), said(path, "?direction=in&peer=127.0.0.1"));
        assertEquals(List.of(), said(path, "?peer=192.0.2."));
        assertEquals(List.of(), said(path, "?text=" + encoded("100%")));
        assertEquals(
                List.of("out 0003", "in 0003", "out 0002"),
                said(path, "?newest=true&limit=3").subList(0, 3));
        technician.get(path + "?kind=fire").expect(422);
        technician.get(path + "?direction=up").expect(422);
    }

    @Test
    void pagesEndAnywhereAndNothingComesTwice() {
        String path = conversation("dc09", null);
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            for (int i = 1; i <= 4; i += 2) {
                panel.ask("\"NULL\"000" + i + "L0#" + account + "[]");
                panel.ask("\"SIA-DCS\"000" + (i + 1) + "L0#" + account + "[#" + account + "|Nri1/QA0001]");
            }
        }
        for (String order : List.of("", "&newest=true")) {
            List<String> whole = said(path, "?limit=100" + order);
            assertEquals(8, whole.size());
            for (int limit = 1; limit <= 3; limit++) {
                List<String> pages = new ArrayList<>();
                String next = "";
                do {
                    JsonObject page = technician
                            .get(path + "?limit=" + limit + order + next)
                            .expect(200)
                            .json();
                    assertTrue(page.getJsonArray("items").size() <= limit);
                    pages.addAll(said(page));
                    next = page.isNull("next") ? null : "&after=" + page.getString("next");
                } while (next != null);
                assertEquals(whole, pages);
            }
        }
    }

    @Test
    void anAnswerTellsHowLongItTookAndWhoGaveIt() {
        String path = conversation("dc09", null);
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            panel.ask("\"SIA-DCS\"0001L0#" + account + "[#" + account + "|Nri1/QA0001]");
        }
        Waiting.until("the time of the commit is noted", Duration.ofSeconds(60), () -> !lines(path, "?direction=out")
                .get(0)
                .isNull("waitedMs"));
        JsonObject answer = lines(path, "?direction=out").get(0);
        assertTrue(answer.getJsonNumber("waitedMs").doubleValue() > 0);
        assertFalse(answer.getString("node").isEmpty());
        JsonObject request = lines(path, "?direction=in").get(0);
        assertEquals(request.getString("exchange"), answer.getString("exchange"));
        assertEquals("alarm", request.getString("kind"));
        assertTrue(Instant.parse(answer.getString("at")).isAfter(Instant.parse(request.getString("at"))));
    }

    @Test
    void aPeerIsFoundHoweverItsAddressIsWritten() {
        String path = conversation("dc09", null);
        desk.fixpunkt.sql(
                "INSERT INTO device_exchange (id, device_id, protocol, identity, at, node, direction, peer, raw, verdict)"
                        + " VALUES (?, ?, 'dc09', ?, '2026-01-02 03:04:05', 'a', 'in', '[2001:db8:0:0:0:0:0:1]:5060', 'x', 'garbage')",
                TimeOrderedId.next().toString(),
                path.split("/", -1)[1],
                account);
        for (String peer : List.of("2001:db8::1", "[2001:DB8::1]", "[2001:db8::1]:5060", "2001:db8:", "2001:db8::")) {
            assertEquals(1, lines(path, "?peer=" + encoded(peer)).size(), peer);
        }
        assertEquals(0, lines(path, "?peer=" + encoded("2001:db8::2")).size());
    }

    @Test
    void aSearchIsTakenAlongAsAFile() {
        String path = conversation("dc09", null);
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            panel.ask("\"SIA-DCS\"0001L0#" + account + "[#" + account + "|Nri1/QA0001^a, \"b\"^]");
            panel.ask("\"NULL\"0002L0#" + account + "[]");
        }
        List<String> csv = technician
                .get(path + "/export?format=csv")
                .expect(200)
                .text()
                .lines()
                .toList();
        assertTrue(csv.get(0).startsWith("\ufeffat,direction,peer"), csv.get(0));
        assertTrue(technician.get(path + "/export").expect(200).text().contains("a, \"\"b\"\""));
        List<String> json = technician
                .get(path + "/export?format=jsonl&kind=heartbeat")
                .expect(200)
                .text()
                .lines()
                .toList();
        assertEquals(2, json.size());
        assertTrue(json.get(0).contains("\"direction\":\"in\""));
        String dump = technician
                .get(path + "/export?format=dump&direction=in&kind=heartbeat")
                .expect(200)
                .text();
        assertTrue(dump.startsWith("I 20"), dump);
        assertTrue(dump.contains("\n000000 0a "), dump);
        technician.get(path + "/export?format=exe").expect(422);
        desk.person("HANDLE_ALARMS").get(path + "/export").expect(403);
        assertEquals(
                List.of("csv", "csv", "jsonl", "dump"),
                desk
                        .fixpunkt
                        .sql(
                                "SELECT JSON_VALUE(after_values, '$.format') AS format FROM journal"
                                        + " WHERE subject_id = ? AND kind = 'ConversationExported' ORDER BY id",
                                path.split("/", -1)[1])
                        .stream()
                        .map(row -> row.get("format"))
                        .toList());
    }

    @Test
    void whatAnOlderReleaseWroteIsFoundToo() {
        String path = conversation("dc09", null);
        String id = path.split("/", -1)[1];
        desk.fixpunkt.sql(
                "INSERT INTO device_communication (id, device_id, protocol, identity, at, direction, peer, raw, decoded, verdict)"
                        + " VALUES (UUID(), ?, 'dc09', ?, '2026-01-02 03:04:05', 'in', '192.0.2.1:1', 'old', 'old', 'stored')",
                id,
                account);
        Waiting.until(
                "the row is moved",
                Duration.ofSeconds(90),
                () -> lines(path, "").size() == 1);
        assertEquals(List.of(), desk.fixpunkt.sql("SELECT id FROM device_communication WHERE device_id = ?", id));
    }

    @Test
    void aSignalThatAnOlderReleaseStoredIsThereOnce() {
        String path = conversation("dc09", null);
        String id = path.split("/", -1)[1];
        String signal = TimeOrderedId.next().toString();
        desk.fixpunkt.sql(
                "INSERT INTO device_signal (id, device_id, protocol, identity, reference, repeat_key, kind, source, received_at, receipt)"
                        + " VALUES (?, ?, 'dc09', ?, '1', ?, 'ALARM', '192.0.2.1:1', '2026-01-02 03:04:05', 'ok')",
                signal,
                id,
                account,
                signal);
        desk.fixpunkt.sql(
                "INSERT INTO device_exchange (id, device_id, protocol, identity, at, node, direction, kind, peer, raw, decoded, verdict)"
                        + " VALUES (?, ?, 'dc09', ?, '2026-01-02 03:04:05', 'a', 'in', 'ALARM', '192.0.2.1:1', 'old', 'old words', 'stored')",
                signal,
                id,
                account);
        assertEquals(1, lines(path, "").size());
        assertTrue(desk.fixpunkt
                .administrator()
                .get("devices/" + id + "/signals")
                .expect(200)
                .text()
                .contains("old words"));
    }

    @Test
    void aFrameIsCheckedWithTheDevicesKeyWhichNeverComesOut() {
        conversation("dc09", KEY);
        String frame = "<LF>00000020\"SIA-DCS\"0001L0#" + account + "[#" + account + "|Nri1/QA0001]<CR>";
        JsonObject wrong = check(technician, Map.of("frame", frame));
        assertEquals("dc09", wrong.getString("protocol"));
        assertEquals("bad-crc", wrong.getString("verdict"));
        assertTrue(wrong.toString().contains("dc09-crc"));
        String encrypted = "0A 38 33 44 42 30 30 37 36 "
                + hex("\"*SIA-DCS\"0421L0#1234[A9868B03438E29943964CFA83755C1BA"
                        + "BBFC94ACA2E426B5517909746F1CA07C49CE015F57CA10AEA673F886977FA870\r");
        JsonObject read = check(technician, Map.of("frame", encrypted, "device", account));
        assertEquals("wrong-time", read.getString("verdict"));
        assertTrue(read.toString().contains("Nri1/QA0001"), read::toString);
        assertFalse(read.toString().contains(KEY));
        JsonObject pasted = check(technician, Map.of("frame", encrypted, "key", "0000000000000000"));
        assertEquals("wrong-key", pasted.getString("verdict"));
        assertEquals(List.of(), desk.fixpunkt.sql("SELECT id FROM device_exchange WHERE identity = ?", account));
    }

    @Test
    void anotherOrganisationsDeviceTakesNoPartInACheck() {
        String other = Desk.identity();
        desk.fixpunkt.sql(
                "INSERT INTO device (id, organisation_id, protocol, identity, name, created_at, version)"
                        + " VALUES (UUID(), UUID(), 'scaip', ?, 'Annans', NOW(6), 1)",
                other);
        JsonObject checked =
                check(technician, Map.of("frame", "<mrq><ref>1</ref><cid>" + other + "</cid><dty>0005</dty></mrq>"));
        assertEquals("unknown-device", checked.getString("verdict"));
    }

    @Test
    void whoMayNotReadConversationsChecksNothing() {
        desk.person("HANDLE_ALARMS").post("frame-check", Map.of("frame", "x")).expect(403);
        technician.post("frame-check", Map.of("frame", " ")).expect(422);
        technician.post("frame-check", Map.of("frame", "x", "protocol", "x")).expect(422);
        assertTrue(check(technician, Map.of("frame", "hello")).isNull("protocol"));
    }

    private static JsonObject check(Api who, Map<String, String> question) {
        return who.post("frame-check", question).expect(200).json();
    }

    /** The path of a new device's conversation. */
    private String conversation(String protocol, String key) {
        Map<String, String> device = key == null
                ? Map.of("protocol", protocol, "identity", account, "name", "Panel")
                : Map.of("protocol", protocol, "identity", account, "name", "Panel", "key", key);
        String id =
                desk.administrator.post("devices", device).expect(201).json().getString("id");
        return "devices/" + id + "/communication";
    }

    private List<JsonObject> lines(String path, String query) {
        return technician.get(path + query).expect(200).items().stream()
                .map(item -> item.asJsonObject())
                .toList();
    }

    /** Direction and sequence number of each line. */
    private List<String> said(String path, String query) {
        return said(technician.get(path + query).expect(200).json());
    }

    private static List<String> said(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .map(line -> line.getString("direction") + " "
                        + new String(Base64.getDecoder().decode(line.getString("raw")), StandardCharsets.ISO_8859_1)
                                .replaceAll("(?s).*?\"[*A-Z-]+\"(\\d{4}).*", "$1"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String hex(String text) {
        return java.util.HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
