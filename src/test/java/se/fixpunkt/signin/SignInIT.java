package se.fixpunkt.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

class SignInIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();

    @Test
    void givesAnAccessTokenForTheRightPassword() {
        Newcomer nora = Newcomer.added(fixpunkt);

        JsonObject admitted =
                nora.claim(fixpunkt, Newcomer.PASSWORD).expect(200).json();

        assertTrue(admitted.getInt("expiresIn") > 0);
        JsonObject me = fixpunkt.api()
                .withToken(admitted.getString("accessToken"))
                .get("me")
                .expect(200)
                .json();
        assertEquals(nora.email(), me.getString("email"));
        assertEquals("Test", me.getJsonObject("organisation").getString("name"));
    }

    @Test
    void takesTheAddressInAnyCase() {
        Newcomer nora = Newcomer.added(fixpunkt);
        fixpunkt.api()
                .post("sign-in", Map.of("email", nora.email().toUpperCase(Locale.ROOT), "password", Newcomer.PASSWORD))
                .expect(200);
    }

    @Test
    void answersAlikeWhetherOrNotTheAccountExists() {
        Newcomer nora = Newcomer.added(fixpunkt);

        Api.Answer wrong = nora.claim(fixpunkt, "gräv där jag står").expect(401);
        Api.Answer unknown = fixpunkt.api()
                .post("sign-in", Map.of("email", "nobody@signin.test", "password", "gräv där jag står"))
                .expect(401);

        assertEquals(wrong.json(), unknown.json());
        assertEquals("urn:fixpunkt:problem:sign-in-refused", wrong.json().getString("type"));
    }

    @Test
    void refusesWhatIsNoAddressLikeAnyOther() {
        fixpunkt.api()
                .post("sign-in", Map.of("email", "' OR 1=1 --", "password", "gräv där jag står"))
                .expect(401);
        fixpunkt.api().post("sign-in", Map.of()).expect(401);
    }

    @Test
    void refusesWithTheHeadersThatEveryAnswerCarries() {
        Api.Answer refused = fixpunkt.api().get("me").expect(401);
        assertEquals("DENY", refused.header("X-Frame-Options").orElseThrow());
        assertEquals("nosniff", refused.header("X-Content-Type-Options").orElseThrow());
        assertTrue(refused.header("Content-Security-Policy").orElseThrow().contains("default-src 'none'"));
    }

    @Test
    void refusesUnreadableJson() {
        assertEquals(400, fixpunkt.api().post("sign-in", List.of("x")).status());
    }

    @Test
    void slowsGuessesAtOneAccountDownAlsoWhenTheyComeTogether() {
        Newcomer nora = Newcomer.added(fixpunkt);

        List<Integer> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(guess ->
                        nora.claim(fixpunkt, "gissning nummer " + guess).status())
                .toList();

        assertEquals(10, answers.stream().filter(status -> status == 401).count(), answers.toString());
        assertEquals(6, answers.stream().filter(status -> status == 429).count(), answers.toString());
        assertTrue(nora.claim(fixpunkt, Newcomer.PASSWORD).expect(429).json().getInt("retryAfter") > 0);
        forgetTries();
    }

    @Test
    void slowsGuessesAtAnAccountThatDoesNotExistDownJustTheSame() {
        List<Integer> answers = IntStream.range(0, 11)
                .mapToObj(guess -> fixpunkt.api()
                        .post("sign-in", Map.of("email", "spray@signin.test", "password", "gissning nummer " + guess))
                        .status())
                .toList();

        assertEquals(429, answers.get(10), answers.toString());
        forgetTries();
    }

    @Test
    void endsASessionAtTheNextRequest() {
        Newcomer nora = Newcomer.added(fixpunkt);
        Api one = nora.signIn(fixpunkt);
        Api other = nora.signIn(fixpunkt);
        String otherId = other.get("me/sessions").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(session -> session.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");

        one.delete("me/sessions/" + otherId).expect(204);

        other.get("me").expect(401);
        one.get("me").expect(200);
        one.delete("me/sessions/" + otherId).expect(404);
    }

    @Test
    void hidesTheSessionsOfOthers() {
        Newcomer nora = Newcomer.added(fixpunkt);
        Newcomer olle = Newcomer.added(fixpunkt);
        String noras = nora.signIn(fixpunkt)
                .get("me/sessions")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        olle.signIn(fixpunkt).delete("me/sessions/" + noras).expect(404);
    }

    @Test
    void stopsAPersonWhoIsDeactivatedAtTheNextRequest() {
        Newcomer nora = Newcomer.added(fixpunkt);
        Api signedIn = nora.signIn(fixpunkt);

        fixpunkt.administrator()
                .patch("people/" + nora.id(), Map.of("active", false))
                .expect(200);

        signedIn.get("me").expect(401);
        nora.claim(fixpunkt, Newcomer.PASSWORD).expect(401);
    }

    @Test
    void takesARightAwayAtTheNextRequest() {
        Newcomer nora = Newcomer.added(fixpunkt, "MANAGE_PEOPLE");
        Api signedIn = nora.signIn(fixpunkt);
        signedIn.get("people").expect(200);

        fixpunkt.administrator()
                .patch("people/" + nora.id(), Map.of("rights", List.of()))
                .expect(200);

        signedIn.get("people").expect(403);
    }

    @Test
    void letsAPersonalAccessTokenActForItsOwner() {
        Newcomer nora = Newcomer.added(fixpunkt);
        JsonObject issued = nora.signIn(fixpunkt)
                .post("me/tokens", Map.of("name", "Veckorapport", "days", 30))
                .expect(201)
                .json();

        Api program = fixpunkt.api().withToken(issued.getString("token"));

        assertEquals(nora.email(), program.get("me").expect(200).json().getString("email"));
        program.post("me/tokens", Map.of("name", "En till")).expect(403);
    }

    @Test
    void keepsTokensOnlyAsHashes() {
        Newcomer nora = Newcomer.added(fixpunkt);
        String token = nora.signIn(fixpunkt).token().orElseThrow();

        assertTrue(fixpunkt.sql("SELECT id FROM sign_in_session WHERE token_hash = ?", token)
                .isEmpty());
        assertFalse(fixpunkt.sql("SELECT id FROM sign_in_session WHERE HEX(token_hash) = SHA2(?, 256)", token)
                .isEmpty());
    }

    @Test
    void refusesMadeUpTokens() {
        fixpunkt.api()
                .withToken("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .get("me")
                .expect(401);
        fixpunkt.api().withToken("x".repeat(5000)).get("me").expect(401);
    }

    private void forgetTries() {
        fixpunkt.sql("DELETE FROM sign_in_throttle");
    }
}
