package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Api.Answer;

class DevicesIT {
    private final Desk desk = new Desk();
    private final Api technician = desk.person("MANAGE_DEVICES", "READ_COMMUNICATION");

    @Test
    void registersADeviceAndNeverShowsItsKey() {
        Answer registered = technician
                .post(
                        "devices",
                        Map.of(
                                "protocol", "dc09",
                                "identity", "#ab" + Desk.identity(),
                                "name", "Bod 3",
                                "key", "0123456789ABCDEF",
                                "supervisionSeconds", 180))
                .expect(201);
        JsonObject device = registered.json();
        assertTrue(device.getBoolean("hasKey"));
        assertTrue(device.getString("identity").startsWith("AB"), "stored in upper case without #");
        assertFalse(registered.text().contains("0123456789ABCDEF"));
        Answer found = technician.get(
                "devices?identity=%23" + device.getString("identity").toLowerCase(java.util.Locale.ROOT));
        assertEquals(
                device.getString("id"),
                found.expect(200).items().getJsonObject(0).getString("id"));
        assertFalse(desk.fixpunkt
                .sql("SELECT HEX(sealed_key) k FROM device WHERE id = ?", device.getString("id"))
                .get(0)
                .get("k")
                .contains("30313233343536373839414243444546"));
    }

    @Test
    void anIdentityIsRegisteredOnce() {
        Map<String, Object> wanted = Map.of("protocol", "scaip", "identity", Desk.identity(), "name", "Armband");
        technician.post("devices", wanted).expect(201);
        assertEquals(
                "device-identity-taken",
                technician.post("devices", wanted).expect(409).problem());
    }

    @Test
    void refusesAKeyThatCannotBeOne() {
        Map<String, Object> wanted = new HashMap<>(Map.of("protocol", "dc09", "identity", "1234AF", "name", "Bod"));
        wanted.put("key", "short");
        Answer refused = technician.post("devices", wanted).expect(422);
        assertEquals("key", refused.json().getString("field"));
        assertFalse(refused.json().containsKey("faults"));
    }

    @Test
    void severalFaultsAreToldAtOnceBesideTheFirst() {
        Map<String, Object> wanted = new HashMap<>(Map.of("protocol", "dc09", "identity", "1234AF", "key", "short"));
        wanted.put("supervisionSeconds", 1);
        Answer refused = technician.post("devices", wanted).expect(422);
        assertEquals("invalid-value", refused.problem());
        assertEquals("name", refused.json().getString("field"));
        assertEquals("required", refused.json().getString("reason"));
        assertEquals(
                List.of("name required", "key malformed", "supervisionSeconds out-of-range"),
                refused.json().getJsonArray("faults").getValuesAs(JsonObject.class).stream()
                        .map(fault -> fault.getString("field") + " " + fault.getString("reason"))
                        .toList());
    }

    @Test
    void aChangeFromAnOldVersionIsRefusedWithTheNewState() {
        JsonObject device = desk.device();
        String path = "devices/" + device.getString("id");
        String version = technician.get(path).expect(200).header("ETag").orElseThrow();
        technician.patch(path, Map.of("name", "Nytt namn"), version).expect(200);
        assertEquals(
                "changed-meanwhile",
                technician
                        .patch(path, Map.of("name", "Annat namn"), version)
                        .expect(412)
                        .problem());
        assertEquals("Nytt namn", technician.get(path).json().getString("name"));
    }

    @Test
    void aRemovedDeviceIsGoneButItsConversationStays() {
        JsonObject device = desk.device();
        String path = "devices/" + device.getString("id");
        desk.line(device.getString("id"), device.getString("identity"), "in", new byte[] {1, 2}, Instant.now());
        technician.delete(path).expect(204);
        technician.get(path).expect(404);
        assertEquals(
                1, technician.get(path + "/communication").expect(200).items().size());
    }

    @Test
    void aDeviceWithAnAlarmToHandleCannotBeRemoved() {
        JsonObject device = desk.device();
        desk.alarm(device, 1);
        assertEquals(
                "device-has-open-alarms",
                technician
                        .delete("devices/" + device.getString("id"))
                        .expect(409)
                        .problem());
    }

    @Test
    void theConversationHasEveryByteBothWaysInOrder() {
        JsonObject device = desk.device();
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        byte[] raw = "<mrq>\r\nå\u0000</mrq>".getBytes(StandardCharsets.ISO_8859_1);
        desk.line(device.getString("id"), "1", "in", raw, at);
        desk.line(device.getString("id"), "1", "out", new byte[] {6}, at.plusMillis(31));
        desk.line(device.getString("id"), "1", "in", new byte[0], at.plusSeconds(3600));
        String path = "devices/" + device.getString("id") + "/communication";
        JsonObject page = technician.get(path + "?limit=2").expect(200).json();
        JsonObject first = page.getJsonArray("items").getJsonObject(0);
        assertEquals(Base64.getEncoder().encodeToString(raw), first.getString("raw"));
        assertEquals("in", first.getString("direction"));
        assertEquals("2026-01-02T03:04:05Z", first.getString("at"));
        assertEquals("out", page.getJsonArray("items").getJsonObject(1).getString("direction"));
        JsonObject rest = technician
                .get(path + "?limit=2&after=" + page.getString("next"))
                .expect(200)
                .json();
        assertEquals(1, rest.getJsonArray("items").size());
        assertTrue(rest.isNull("next"));
        assertEquals(
                2,
                technician
                        .get(path + "?from=2026-01-02T03:04:05Z&to=2026-01-02T04:00:00%2B00:00")
                        .expect(200)
                        .items()
                        .size());
    }

    @Test
    void operatorsReadDevicesButChangeNoneAndReadNoBytes() {
        JsonObject device = desk.device();
        String path = "devices/" + device.getString("id");
        Api operator = desk.person("HANDLE_ALARMS");
        operator.get(path).expect(200);
        operator.patch(path, Map.of("name", "x")).expect(403);
        operator.delete(path).expect(403);
        operator.get(path + "/communication").expect(403);
        operator.get("communication/unknown").expect(403);
    }

    @Test
    void whoeverHasNothingToDoWithDevicesSeesNone() {
        JsonObject device = desk.device();
        desk.person("OPEN_PROJECTS").get("devices/" + device.getString("id")).expect(403);
        desk.fixpunkt.api().get("devices").expect(401);
    }

    @Test
    void anotherOrganisationsDeviceDoesNotExist() {
        String id = java.util.UUID.randomUUID().toString();
        desk.fixpunkt.sql(
                "INSERT INTO device (id, organisation_id, protocol, identity, name, created_at, version)"
                        + " VALUES (?, UUID(), 'scaip', ?, 'Annans', NOW(6), 1)",
                id,
                Desk.identity());
        technician.get("devices/" + id).expect(404);
        technician.patch("devices/" + id, Map.of("name", "x")).expect(404);
        technician.delete("devices/" + id).expect(404);
        technician.get("devices/" + id + "/communication").expect(404);
        technician.get("devices/not-an-id").expect(404);
    }

    @Test
    void unknownSendersAreListed() {
        String identity = Desk.identity();
        desk.line(null, identity, "in", new byte[] {1}, Instant.now());
        assertTrue(technician
                .get("communication/unknown?newest=true")
                .expect(200)
                .text()
                .contains(identity));
    }
}
