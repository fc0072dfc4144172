package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Api.Answer;

class AlarmsIT {
    private final Desk desk = new Desk();
    private final Api operator = desk.person("HANDLE_ALARMS");

    @Test
    void ofManyWhoTakeAtOnceExactlyOneWins() throws Exception {
        List<Api> operators = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            operators.add(desk.person("HANDLE_ALARMS"));
        }
        JsonObject device = desk.device();
        ExecutorService threads = Executors.newFixedThreadPool(operators.size());
        try {
            for (int round = 0; round < 5; round++) {
                String path = "alarms/" + desk.alarm(device, 1) + "/take";
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Answer>> answers = operators.stream()
                        .map(one -> threads.submit(() -> {
                            start.await();
                            return one.post(path, null);
                        }))
                        .toList();
                start.countDown();
                String winner = null;
                List<Answer> losers = new ArrayList<>();
                for (Future<Answer> future : answers) {
                    Answer answer = future.get();
                    if (answer.status() == 200) {
                        assertEquals(null, winner, "a second winner");
                        winner = answer.json().getString("takenBy");
                    } else {
                        losers.add(answer.expect(409));
                    }
                }
                assertNotEquals(null, winner);
                for (Answer loser : losers) {
                    assertEquals("alarm-already-taken", loser.problem());
                    assertEquals(winner, loser.json().getString("takenBy"));
                    assertTrue(loser.json().containsKey("takenAt"));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theWinnerMayAskAgain() {
        String path = "alarms/" + desk.alarm(desk.device(), 1) + "/take";
        JsonObject first = operator.post(path, null).expect(200).json();
        assertEquals(first, operator.post(path, null).expect(200).json());
    }

    @Test
    void anAlarmGoesFromOpenToClosedWithItsNotes() {
        String path = "alarms/" + desk.alarm(desk.device(), 2);
        assertEquals("open", operator.get(path).expect(200).json().getString("state"));
        assertEquals(
                "taken", operator.post(path + "/take", null).expect(200).json().getString("state"));
        operator.post(path + "/notes", Map.of("text", "Ringde. Inget svar.")).expect(201);
        JsonObject closed = operator.post(path + "/close", Map.of("disposition", "false-alarm", "text", "Testade"))
                .expect(200)
                .json();
        assertEquals("closed", closed.getString("state"));
        assertEquals("false-alarm", closed.getString("disposition"));
        assertEquals(4, closed.getInt("version"));
        assertEquals(
                "Ringde. Inget svar.",
                operator.get(path + "/notes").items().getJsonObject(0).getString("text"));
        operator.post(path + "/close", Map.of("disposition", "false-alarm")).expect(200);
        assertEquals(
                "alarm-already-closed",
                operator.post(path + "/take", null).expect(409).problem());
    }

    @Test
    void onlyTheOneWhoHasTakenItClosesAnAlarm() {
        String path = "alarms/" + desk.alarm(desk.device(), 2);
        Map<String, Object> closing = Map.of("disposition", "handled");
        assertEquals(
                "alarm-not-in-your-hands",
                operator.post(path + "/close", closing).expect(409).problem());
        desk.person("HANDLE_ALARMS").post(path + "/take", null).expect(200);
        Answer refused = operator.post(path + "/close", closing).expect(409);
        assertEquals("alarm-not-in-your-hands", refused.problem());
        assertTrue(refused.json().containsKey("takenBy"));
    }

    @Test
    void handsOverToAnotherOperatorOnly() {
        String path = "alarms/" + desk.alarm(desk.device(), 2);
        Api other = desk.person("HANDLE_ALARMS");
        String otherId = other.get("me").expect(200).json().getString("id");
        operator.post(path + "/hand-over", Map.of("to", otherId)).expect(409);
        operator.post(path + "/take", null).expect(200);
        operator.post(path + "/hand-over", Map.of("to", UUID.randomUUID().toString()))
                .expect(422);
        JsonObject handed = operator.post(path + "/hand-over", Map.of("to", otherId))
                .expect(200)
                .json();
        assertEquals(otherId, handed.getString("takenBy"));
        other.post(path + "/close", Map.of("disposition", "handled")).expect(200);
    }

    @Test
    void theQueueIsByPriorityThenAgeAndPaged() {
        JsonObject device = desk.device();
        String low = desk.alarm(device, 8);
        String old = desk.alarm(device, 1);
        String young = desk.alarm(device, 1);
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonObject page =
                    operator.get("alarms?state=open&limit=2" + next).expect(200).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(alarm -> ids.add(alarm.getString("id")));
            next = page.isNull("next") ? null : "&after=" + page.getString("next");
        } while (next != null);
        assertTrue(ids.indexOf(old) < ids.indexOf(young));
        assertTrue(ids.indexOf(young) < ids.indexOf(low));
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void theQueueNamesWhomAnAlarmIsAboutUntilItIsClosedAndOnlyTheRecordIsARead() {
        String person = "Greta " + Desk.identity();
        JsonObject device = desk.administrator
                .post(
                        "devices",
                        Map.of(
                                "protocol",
                                "scaip",
                                "identity",
                                Desk.identity(),
                                "name",
                                "Armband",
                                "record",
                                Map.of("person", person, "instructions", "Hör dåligt")))
                .expect(201)
                .json();
        String alarm = desk.alarm(device, 1);
        String path = "alarms/" + alarm;

        assertEquals(person, operator.get(path).expect(200).json().getString("person"));
        assertTrue(operator.get("alarms?state=open&limit=500").text().contains(person));
        assertFalse(operator.get("alarms?state=open&limit=500").text().contains("Hör dåligt"));
        operator.post(path + "/take", null).expect(200);
        assertEquals(person, operator.get(path).json().getString("person"));
        operator.post(path + "/close", Map.of("disposition", "handled")).expect(200);
        assertTrue(operator.get(path).json().isNull("person"));
        assertEquals(0, readings(device));

        operator.get("devices/" + device.getString("id")).expect(200);
        assertEquals(1, readings(device));
    }

    /** A record that nobody can open hides no alarm. */
    @Test
    void anAlarmWhoseRecordDoesNotOpenHasTheDevicesName() {
        JsonObject device = desk.device();
        desk.fixpunkt.sql("UPDATE device SET sealed_record = 'not sealed' WHERE id = ?", device.getString("id"));
        try {
            JsonObject alarm =
                    operator.get("alarms/" + desk.alarm(device, 1)).expect(200).json();
            assertTrue(alarm.isNull("person"));
            assertEquals("Provenhet", alarm.getString("deviceName"));
        } finally {
            desk.fixpunkt.sql("UPDATE device SET sealed_record = NULL WHERE id = ?", device.getString("id"));
        }
    }

    private int readings(JsonObject device) {
        return desk.fixpunkt
                .sql(
                        "SELECT id FROM journal WHERE subject_id = ? AND kind = 'DeviceRecordRead'",
                        device.getString("id"))
                .size();
    }

    @Test
    void anotherOrganisationsAlarmDoesNotExist() {
        String alarm =
                desk.alarm(UUID.randomUUID().toString(), UUID.randomUUID().toString(), 1);
        operator.get("alarms/" + alarm).expect(404);
        operator.post("alarms/" + alarm + "/take", null).expect(404);
        operator.post("alarms/" + alarm + "/notes", Map.of("text", "x")).expect(404);
        operator.post("alarms/" + alarm + "/close", Map.of("disposition", "handled"))
                .expect(404);
        operator.get("alarms/" + alarm + "/notes").expect(404);
    }

    @Test
    void withoutTheRightThereIsNoQueue() {
        String alarm = desk.alarm(desk.device(), 1);
        Api technician = desk.person("MANAGE_DEVICES");
        technician.get("alarms?state=open").expect(403);
        technician.post("alarms/" + alarm + "/take", null).expect(403);
        technician.get("alarms/live").expect(403);
        desk.fixpunkt.api().get("alarms/live").expect(401);
    }

    @Test
    void everyDeedIsInTheJournal() {
        String alarm = desk.alarm(desk.device(), 1);
        operator.post("alarms/" + alarm + "/take", null).expect(200);
        operator.post("alarms/" + alarm + "/notes", Map.of("text", "På väg")).expect(201);
        operator.post("alarms/" + alarm + "/close", Map.of("disposition", "handled"))
                .expect(200);
        String journal =
                desk.administrator.get("journal?subject=" + alarm).expect(200).text();
        assertTrue(journal.contains("AlarmTaken"), journal);
        assertTrue(journal.contains("AlarmNoted"), journal);
        assertTrue(journal.contains("AlarmClosed"), journal);
    }
}
