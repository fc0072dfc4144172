package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.Dc09Client;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Waiting;

/** Who and where a device belongs to, who may see it, and what becomes of those who misbehave. */
class DeviceRegisterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Desk desk = new Desk();
    private final Api technician = desk.person("MANAGE_DEVICES", "READ_COMMUNICATION");

    @Test
    void whoItBelongsToIsSealedFoundAndRemembersItsReaders() {
        String name = "Zorah" + Desk.identity();
        String phone = "070" + Desk.identity().substring(0, 7);
        JsonObject device = registered(Map.of("record", record(name, phone)));
        String id = device.getString("id");

        JsonObject read = technician.get("devices/" + id).expect(200).json().getJsonObject("record");
        assertEquals(name + " Öberg", read.getString("person"));
        assertEquals("59.32930000", read.getString("latitude"));
        assertEquals(
                "+46" + phone.substring(1),
                read.getJsonArray("contacts").getJsonObject(0).getString("phone"));
        assertEquals(id, found("text=" + name.toLowerCase(Locale.ROOT)));
        assertEquals(id, found("text=" + phone));
        assertEquals("", found("text=" + name + "x"));

        String stored = desk.fixpunkt.sql("SELECT * FROM device WHERE id = ?", id)
                + desk.fixpunkt
                        .sql("SELECT before_values, after_values FROM journal WHERE subject_id = ?", id)
                        .toString()
                + desk.fixpunkt.sql("SELECT HEX(sealed_record) h FROM device WHERE id = ?", id);
        assertFalse(stored.contains(name));
        assertFalse(stored.contains(HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                1,
                desk.fixpunkt
                        .sql("SELECT id FROM journal WHERE subject_id = ? AND kind = 'DeviceRecordRead'", id)
                        .size());
    }

    @Test
    void aChangeOfTheRecordTellsTheJournalWhichPartsAndNotWhat() {
        String id = registered(Map.of()).getString("id");
        technician
                .patch("devices/" + id, Map.of("record", record("Hemlig", "0701234567")))
                .expect(200);

        String told = desk.fixpunkt
                .sql("SELECT after_values FROM journal WHERE subject_id = ? AND kind = 'DeviceChanged'", id)
                .get(0)
                .get("after_values");
        assertTrue(told.contains("person, address, position, instructions, contacts"), told);
        assertFalse(told.contains("Hemlig"), told);
        technician.patch("devices/" + id, Map.of("name", "Nytt")).expect(200);
        assertEquals(
                "Hemlig Öberg",
                technician.get("devices/" + id).json().getJsonObject("record").getString("person"));
    }

    @Test
    void aMemberOfAGroupSeesItsDevicesAndNoOthers() {
        String group = technician
                .post("device-groups", Map.of("name", "Grupp " + Desk.identity()))
                .expect(201)
                .json()
                .getString("id");
        String inside = registered(Map.of("group", group)).getString("id");
        String outside = registered(Map.of()).getString("id");
        String email = desk.email();
        Api neighbour = desk.fixpunkt.api().signIn(email, se.fixpunkt.harness.RunningFixpunkt.PASSWORD);
        neighbour.get("devices").expect(403);

        JsonObject after = technician
                .post("device-groups/" + group + "/members", Map.of("email", email))
                .expect(200)
                .json();

        neighbour.get("devices/" + inside).expect(200);
        neighbour.get("devices/" + outside).expect(404);
        assertEquals(1, neighbour.get("devices?limit=500").expect(200).items().size());
        neighbour.get("devices/" + inside + "/communication").expect(403);
        neighbour.patch("devices/" + inside, Map.of("name", "x")).expect(403);
        technician.delete("device-groups/" + group).expect(409);
        String member = after.getJsonArray("members").getString(0);
        technician.delete("device-groups/" + group + "/members/" + member).expect(204);
        neighbour.get("devices/" + inside).expect(403);
    }

    @Test
    void anAlarmOfADeviceOnTestIsKeptAndAnsweredAndReachesNoOperatorUntilTheTestIsOver() {
        JsonObject device =
                registered(Map.of("onTestUntil", Instant.now().plusSeconds(600).toString()));
        assertEquals("on-test", device.getString("state"));
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            assertTrue(panel.ask(alarm(device, 1, "QA")).startsWith("\"ACK\""));
            assertEquals(0, alarms(device).size());
            JsonObject signal = technician
                    .get("devices/" + device.getString("id") + "/signals")
                    .expect(200)
                    .items()
                    .getJsonObject(0);
            assertTrue(signal.getBoolean("onTest"));
            assertEquals("alarm", signal.getString("kind"));

            technician
                    .patch(
                            "devices/" + device.getString("id"),
                            Map.of("onTestUntil", Instant.now().minusSeconds(1).toString()))
                    .expect(200);
            assertTrue(panel.ask(alarm(device, 2, "QA")).startsWith("\"ACK\""));
        }
        assertEquals(1, alarms(device).size());
    }

    @Test
    void aFloodIsOneRowWithACounterAndOneAlarmAboutItAndNothingIsMissing() {
        JsonObject device = registered(Map.of("alarmLimit", 3));
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            for (int i = 1; i <= 20; i++) {
                assertTrue(panel.ask(alarm(device, i, "QA")).startsWith("\"ACK\""));
            }
            assertTrue(panel.ask(alarm(device, 21, "FA")).startsWith("\"ACK\""));
        }
        Waiting.until("the counter shows the flood", PATIENCE, () -> alarms(device).stream()
                .anyMatch(alarm -> alarm.get("repeats").equals("17")));
        List<Map<String, String>> alarms = alarms(device);
        assertEquals(22, alarms.size(), "twenty, the fire, and the one about the flood");
        List<Map<String, String>> shown = alarms.stream()
                .filter(alarm -> alarm.get("state").equals("OPEN"))
                .toList();
        assertEquals(5, shown.size(), shown::toString);
        assertEquals(
                List.of("17"),
                shown.stream()
                        .filter(alarm -> alarm.get("kind").equals("personal"))
                        .map(alarm -> alarm.get("repeats"))
                        .filter(repeats -> !repeats.equals("0"))
                        .toList());
        assertEquals(
                1,
                shown.stream().filter(alarm -> alarm.get("kind").equals("fire")).count());
        assertEquals(
                1,
                shown.stream()
                        .filter(alarm -> alarm.get("kind").equals("flood"))
                        .count());
        assertEquals(
                21,
                desk.fixpunkt
                        .sql("SELECT id FROM device_signal WHERE device_id = ?", device.getString("id"))
                        .size());
        assertEquals(
                21,
                desk.fixpunkt
                        .sql(
                                "SELECT j.id FROM journal j JOIN alarm a ON a.id = j.subject_id"
                                        + " WHERE a.device_id = ? AND j.kind = 'AlarmRaised'",
                                device.getString("id"))
                        .size());
    }

    @Test
    void theEndOfAFloodSetsRightWhatADeadNodeDidNotCount() {
        JsonObject device = registered(Map.of("alarmLimit", 2));
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            for (int i = 1; i <= 9; i++) {
                assertTrue(panel.ask(alarm(device, i, "QA")).startsWith("\"ACK\""));
            }
        }
        Waiting.until("the flood is told of", PATIENCE, () -> alarms(device).stream()
                .anyMatch(alarm -> alarm.get("kind").equals("flood")));
        Waiting.until(
                "the counter shows the flood", PATIENCE, () -> counters(device).equals(List.of("7")));
        desk.fixpunkt.sql(
                "UPDATE alarm SET repeats = 4 WHERE device_id = ? AND repeats = 7 AND kind <> 'flood'",
                device.getString("id"));
        desk.fixpunkt.sql(
                "UPDATE alarm SET changed_at = changed_at - INTERVAL 11 MINUTE WHERE device_id = ? AND kind = 'flood'",
                device.getString("id"));
        Waiting.until(
                "the counter is set right", PATIENCE, () -> counters(device).equals(List.of("7")));
    }

    @Test
    void whenTheMainsOfASiteFailItsDevicesAreOneRowWithACounterAndAPersonIsNot() {
        Map<String, Object> record = new HashMap<>(record("Rum", "0701234567"));
        record.put("address", "Solvägen " + Desk.identity());
        List<JsonObject> home = Stream.generate(() -> registered(Map.of("record", record)))
                .limit(14)
                .toList();
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            for (JsonObject device : home) {
                assertTrue(panel.ask(alarm(device, 1, "AT")).startsWith("\"ACK\""));
            }
            assertTrue(panel.ask(alarm(home.get(13), 2, "QA")).startsWith("\"ACK\""));
        }
        Map<String, String> told = told(home.get(10));
        assertTrue(told.get("text").contains("samma adress"), told::toString);
        assertEquals(
                10, home.stream().mapToLong(device -> open(device, "power")).sum());
        assertEquals(1, open(home.get(13), "personal"));
        assertEquals(0, open(home.get(13), "power"));
        Waiting.until("the tenth counts the others", PATIENCE, () -> counters(home.get(9))
                .equals(List.of("4")));

        desk.fixpunkt.sql(
                "UPDATE alarm SET repeats = 1 WHERE device_id = ? AND kind = 'power'",
                home.get(9).getString("id"));
        desk.fixpunkt.sql("UPDATE alarm SET changed_at = changed_at - INTERVAL 11 MINUTE WHERE id = ?", told.get("id"));
        Waiting.until("the counter is set right", PATIENCE, () -> counters(home.get(9))
                .equals(List.of("4")));
    }

    /** The alarm that tells of a flood, once it is there. */
    private Map<String, String> told(JsonObject device) {
        Waiting.until("the flood is told of", PATIENCE, () -> open(device, "flood") == 1);
        return alarms(device).stream()
                .filter(alarm -> alarm.get("kind").equals("flood"))
                .findFirst()
                .orElseThrow();
    }

    private long open(JsonObject device, String kind) {
        return alarms(device).stream()
                .filter(alarm ->
                        alarm.get("state").equals("OPEN") && alarm.get("kind").equals(kind))
                .count();
    }

    private List<String> counters(JsonObject device) {
        return alarms(device).stream()
                .filter(alarm -> !alarm.get("kind").equals("flood"))
                .map(alarm -> alarm.get("repeats"))
                .filter(repeats -> !repeats.equals("0"))
                .toList();
    }

    @Test
    void manyFramesWithAWrongKeyAreOneSecurityAlarm() {
        JsonObject device = registered(Map.of("key", "0123456789ABCDEF"));
        String frame = "\"*SIA-DCS\"%04dL0#" + device.getString("identity") + "[" + "A9".repeat(48);
        long begun = System.nanoTime();
        try (Dc09Client thief = new Dc09Client(desk.fixpunkt.dc09Port())) {
            for (int i = 1; i <= 300; i++) {
                thief.ask(String.format(frame, i));
            }
        }
        Waiting.until("all tries are counted", PATIENCE, () -> alarms(device).stream()
                .anyMatch(alarm -> alarm.get("kind").equals("security")
                        && alarm.get("repeats").equals("299")));
        assertEquals(1, alarms(device).size());
        int told = desk.fixpunkt
                .sql("SELECT id FROM journal WHERE subject_id = ? AND kind = 'WrongKeyUsed'", device.getString("id"))
                .size();
        long rounds = 2 + Duration.ofNanos(System.nanoTime() - begun).toSeconds() / 4;
        assertTrue(told >= 1 && told <= rounds, "told " + told + " times in " + rounds + " rounds of four seconds");
    }

    @Test
    void aStrangerIsListedAndHeardOnceItIsAdopted() {
        String identity = "AB" + Desk.identity();
        JsonObject stranger = jakarta.json.Json.createObjectBuilder()
                .add("identity", identity)
                .build();
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            assertFalse(panel.ask(alarm(stranger, 1, "QA")).startsWith("\"ACK\""));
            Waiting.until("the stranger is listed", PATIENCE, () -> technician
                    .get("unknown-senders?limit=500")
                    .expect(200)
                    .text()
                    .contains(identity));
            technician
                    .post("devices", Map.of("protocol", "dc09", "identity", identity, "name", "Adopterad"))
                    .expect(201);
            assertFalse(technician.get("unknown-senders?limit=500").text().contains(identity));
            assertTrue(panel.ask(alarm(stranger, 2, "QA")).startsWith("\"ACK\""));
        }
    }

    @Test
    void aDeviceTellsOfItsBatteryAndMains() {
        JsonObject device = registered(Map.of());
        assertEquals("never-heard", device.getString("state"));
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            panel.ask(alarm(device, 1, "AT"));
            panel.ask(alarm(device, 2, "YT"));
            panel.ask(alarm(device, 3, "AR"));
        }
        JsonObject read = technician.get("devices/" + device.getString("id")).json();
        assertEquals("failing", read.getString("battery"));
        assertEquals("well", read.getString("mains"));
        assertEquals("unknown", read.getString("link"));
        assertEquals("failing", read.getString("state"));
        assertTrue(technician.get("devices?state=failing&limit=500").text().contains(device.getString("id")));
    }

    @Test
    void aSilentDeviceRaisesAnAlarmThatSaysWhenItIsBack() {
        JsonObject device = registered(Map.of("supervisionSeconds", 10));
        try (Dc09Client panel = new Dc09Client(desk.fixpunkt.dc09Port())) {
            String heartbeat = "\"NULL\"%04dL0#" + device.getString("identity") + "[]";
            long before = System.nanoTime();
            panel.ask(String.format(heartbeat, 1));
            Waiting.until("it is silent", Duration.ofSeconds(60), () -> !alarms(device)
                    .isEmpty());
            long after = Duration.ofNanos(System.nanoTime() - before).toSeconds();
            assertTrue(after >= 10, "silent after " + after + " s");
            Map<String, String> alarm = alarms(device).get(0);
            assertEquals("silence", alarm.get("kind"));
            assertEquals(
                    "silent",
                    technician.get("devices/" + device.getString("id")).json().getString("state"));

            panel.ask(String.format(heartbeat, 2));
            Map<String, String> restored = alarms(device).get(0);
            assertEquals("OPEN", restored.get("state"));
            assertTrue(restored.get("restored_at") != null);
            assertEquals(
                    "well",
                    technician.get("devices/" + device.getString("id")).json().getString("state"));
        }
        assertEquals(
                1,
                desk.fixpunkt
                        .sql(
                                "SELECT id FROM journal WHERE subject_id = ? AND kind = 'DeviceReturned'",
                                device.getString("id"))
                        .size());
    }

    @Test
    void whatWasExportedChangesNothingWhenItIsImported() {
        JsonObject device = registered(Map.of(
                "record",
                record("=Greta", "0701234567"),
                "onTestUntil",
                "2099-01-02T03:04:05.678901Z",
                "alarmLimit",
                7,
                "supervisionSeconds",
                180,
                "key",
                "0123456789ABCDEF"));
        byte[] workbook = technician.get("device-register/export").expect(200).bytes();
        JsonObject preview = technician
                .upload("device-register/import?preview=true", "enheter.xlsx", workbook, Map.of())
                .expect(200)
                .json();
        assertEquals(0, preview.getInt("added"), preview::toString);
        assertEquals(0, preview.getInt("changed"), preview::toString);
        assertTrue(preview.getJsonArray("problems").isEmpty(), preview::toString);
        assertTrue(preview.getInt("unchanged") > 0);
        technician
                .upload("device-register/import", "enheter.xlsx", workbook, Map.of())
                .expect(200);
        assertEquals(
                device.getInt("version"),
                technician.get("devices/" + device.getString("id")).json().getInt("version"));
    }

    @Test
    void oneBadRowKeepsAllOthersOut() {
        String good = Desk.identity();
        byte[] workbook = DeviceWorkbook.of(
                List.of("Protokoll", "Identitet", "Namn", "Grupp", "supervisionSeconds", "Nyckel"),
                List.of("scaip", good, "Bod 1", "", "180", "hemlig"),
                List.of("scaip", good, "Bod 1 igen", "", "", ""),
                List.of("dc09", "X-Z", "Bod 2", "", "", ""),
                List.of("dc09", "12" + Desk.identity(), "Bod 3", "Finns inte", "", ""),
                List.of("dc09", "34" + Desk.identity(), "Bod 4", "", "5", "kort"));

        JsonObject refused = technician
                .upload("device-register/import", "enheter.xlsx", workbook, Map.of())
                .expect(422)
                .json();

        assertEquals(4, refused.getJsonArray("problems").size(), refused::toString);
        JsonObject first = refused.getJsonArray("problems").getJsonObject(0);
        assertEquals(3, first.getInt("row"));
        assertEquals("identity", first.getString("column"));
        assertEquals("twice", first.getString("problem"));
        assertEquals("", found("identity=" + good));

        byte[] mended = DeviceWorkbook.of(
                List.of("Protokoll", "Identitet", "Namn", "supervisionSeconds", "Nyckel"),
                List.of("scaip", good, "Bod 1", "180", "hemlig"));
        assertEquals(
                1,
                technician
                        .upload("device-register/import", "enheter.xlsx", mended, Map.of())
                        .expect(200)
                        .json()
                        .getInt("added"));
        assertTrue(technician.get("devices/" + found("identity=" + good)).json().getBoolean("hasKey"));
    }

    @Test
    void whatPeopleSeeInASheetIsTakenInOrRefusedButNeverTakenAway() throws IOException {
        String group = "Grupp " + Desk.identity();
        desk.administrator.post("device-groups", Map.of("name", group)).expect(201);
        String first = "AB" + Desk.identity();
        String second = "AB" + Desk.identity();
        List<String> headings = List.of("Protokoll", "Identitet", "Namn", "Grupp", "Kontakt 1 telefon", "Adress");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(DeviceWorkbook.of(
                headings, List.of("dc09", first, "Rum 1", group), List.of("dc09", second, "Rum 2", ""))))) {
            book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
            book.write(file);
        }
        technician
                .upload("device-register/import", "enheter.xlsx", file.toByteArray(), Map.of())
                .expect(200);
        assertEquals(
                group,
                technician.get("devices/" + found("identity=" + second)).json().getString("groupName"));

        ByteArrayOutputStream broken = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            book.getSheetAt(0).getRow(1).createCell(4).setCellValue(812_345_678);
            book.getSheetAt(0).getRow(2).createCell(5).setCellFormula("CONCATENATE(C3,D3)");
            book.write(broken);
        }
        JsonObject refused = previewed(broken.toByteArray());
        assertEquals(2, refused.getJsonArray("problems").size(), refused::toString);
        assertEquals(
                "not-text", refused.getJsonArray("problems").getJsonObject(0).getString("problem"));
        assertEquals(
                "without-result",
                refused.getJsonArray("problems").getJsonObject(1).getString("problem"));
    }

    @Test
    void aPreviewKnowsIdentitiesInCapitalsAndColumnsThatAreNotRead() {
        String identity = "Kiosk" + Desk.identity();
        String capitals = identity.toUpperCase(Locale.ROOT);
        List<String> headings = List.of("Protokoll", "Identitet", "Namn", "Egen kolumn");
        JsonObject twice = previewed(DeviceWorkbook.of(
                headings, List.of("Webhook", identity, "Kiosk", "x"), List.of("Webhook", capitals, "Kiosk igen", "x")));
        assertEquals("twice", twice.getJsonArray("problems").getJsonObject(0).getString("problem"));
        assertEquals("Egen kolumn", twice.getJsonArray("unread").getString(0));

        registered(Map.of("protocol", "webhook", "identity", identity));
        JsonObject taken = previewed(DeviceWorkbook.of(headings, List.of("webhook", capitals, "Kiosk", "")));
        assertEquals("taken", taken.getJsonArray("problems").getJsonObject(0).getString("problem"));
    }

    private JsonObject previewed(byte[] workbook) {
        return technician
                .upload("device-register/import?preview=true", "enheter.xlsx", workbook, Map.of())
                .expect(200)
                .json();
    }

    private JsonObject registered(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(
                Map.of("protocol", "dc09", "identity", "CD" + Desk.identity(), "name", "Prov " + Desk.identity()));
        wanted.putAll(more);
        return technician.post("devices", wanted).expect(201).json();
    }

    private static Map<String, Object> record(String name, String phone) {
        return Map.of(
                "person", name + " Öberg",
                "address", "Ringvägen 5",
                "latitude", "59.32930000",
                "longitude", "18.0686",
                "instructions", "Hund",
                "contacts", List.of(Map.of("name", "Nils", "phone", "+46" + phone.substring(1), "relation", "son")));
    }

    private String found(String question) {
        var items = technician.get("devices?" + question).expect(200).items();
        return items.isEmpty() ? "" : items.getJsonObject(0).getString("id");
    }

    private List<Map<String, String>> alarms(JsonObject device) {
        return desk.fixpunkt.sql("SELECT * FROM alarm WHERE device_id = ?", device.getString("id"));
    }

    private static String alarm(JsonObject device, int sequence, String code) {
        String identity = device.getString("identity");
        return String.format("\"SIA-DCS\"%04dL0#%s[#%s|Nri1/%s0001]", sequence, identity, identity, code);
    }
}
