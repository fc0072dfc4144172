package se.fixpunkt.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

class PeopleIT {
    private static final String PASSWORD = "gräv där du står";

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @Test
    void addsAPersonWhoCanSignInAtOnce() {
        String email = email();
        JsonObject person = add(email, "OPEN_PROJECTS").expect(201).json();

        assertEquals(List.of("OPEN_PROJECTS"), rights(person));
        fixpunkt.api().signIn(email, PASSWORD).get("me").expect(200);
    }

    @Test
    void takesAnAddressOnce() {
        String email = email();
        add(email).expect(201);
        assertEquals(
                "email-taken", add(email.toUpperCase(Locale.ROOT)).expect(409).problem());
    }

    @Test
    void refusesPasswordsThatAreGuessedFirst() {
        Api.Answer refused = administrator
                .post("people", Map.of("email", email(), "name", "Per", "password", "password1234"))
                .expect(422);
        assertEquals("password-refused", refused.problem());
        assertEquals("too-common", refused.json().getString("reason"));
    }

    @Test
    void saysWhichValueIsWrong() {
        JsonObject refused = administrator
                .post("people", Map.of("email", "ingen adress", "name", "Per", "password", PASSWORD))
                .expect(422)
                .json();
        assertEquals("email", refused.getString("field"));
        administrator
                .post(
                        "people",
                        Map.of(
                                "email",
                                email(),
                                "name",
                                "Per",
                                "password",
                                PASSWORD,
                                "rights",
                                List.of("RULE_THE_WORLD")))
                .expect(422);
    }

    @Test
    void listsEverybodyPageByPage() {
        add(email()).expect(201);
        add(email()).expect(201);

        JsonObject first = administrator.get("people?limit=1").expect(200).json();
        JsonObject second = administrator
                .get("people?limit=1&after=" + first.getString("next"))
                .expect(200)
                .json();

        // In the order of the addresses' letters, whatever their case: other tests' people are among them.
        assertTrue(emailOf(first).compareToIgnoreCase(emailOf(second)) < 0);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        JsonObject person = add(email()).expect(201).json();
        String path = "people/" + person.getString("id");
        administrator.patch(path, Map.of("name", "Petra"), "\"1\"").expect(200);

        administrator.patch(path, Map.of("name", "Paula"), "\"1\"").expect(412);

        assertEquals("Petra", administrator.get(path).expect(200).json().getString("name"));
    }

    @Test
    void keepsAnAdministratorInTheOrganisation() {
        String id = administrator.get("me").json().getString("id");
        fixpunkt.sql("DELETE FROM person_right WHERE right_name = 'MANAGE_PEOPLE' AND person_id <> ?", id);

        assertEquals(
                "last-administrator",
                administrator
                        .patch("people/" + id, Map.of("active", false))
                        .expect(409)
                        .problem());
        assertEquals(
                "last-administrator",
                administrator
                        .patch("people/" + id, Map.of("rights", List.of("OPEN_PROJECTS")))
                        .expect(409)
                        .problem());
    }

    @Test
    void isForThoseWhoManagePeopleOnly() {
        String email = email();
        add(email, "HANDLE_ALARMS").expect(201);
        Api operator = fixpunkt.api().signIn(email, PASSWORD);

        operator.get("people").expect(403);
        operator.post("people", Map.of("email", email(), "name", "Per", "password", PASSWORD))
                .expect(403);
        fixpunkt.api().get("people").expect(401);
    }

    @Test
    void knowsNobodyByAMadeUpId() {
        administrator.get("people/" + UUID.randomUUID()).expect(404);
        administrator.get("people/x").expect(404);
    }

    private Api.Answer add(String email, String... rights) {
        return administrator.post(
                "people", Map.of("email", email, "name", "Pia Ny", "password", PASSWORD, "rights", List.of(rights)));
    }

    private static String email() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@people.test";
    }

    private static String emailOf(JsonObject page) {
        return page.getJsonArray("items").getJsonObject(0).getString("email");
    }

    private static List<String> rights(JsonObject person) {
        return person.getJsonArray("rights").getValuesAs(jakarta.json.JsonString.class).stream()
                .map(jakarta.json.JsonString::getString)
                .toList();
    }
}
