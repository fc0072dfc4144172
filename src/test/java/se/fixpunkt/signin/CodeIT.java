package se.fixpunkt.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.AtBest;
import se.fixpunkt.harness.CaughtMail;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

class CodeIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();

    @Test
    void demandsTheMailedCodeOfAMemberOfASecretProject() {
        Newcomer nora = Newcomer.ofSecretProject(fixpunkt);
        Instant before = Instant.now();
        JsonObject awaited = nora.claim(fixpunkt, Newcomer.PASSWORD).expect(202).json();
        assertEquals("mail", awaited.getJsonArray("factors").getString(0));

        CaughtMail letter = fixpunkt.mail().await(nora.email(), before);
        JsonObject admitted =
                confirm(awaited, Api.codeIn(letter.text())).expect(200).json();

        assertTrue(fixpunkt.api()
                .withToken(admitted.getString("accessToken"))
                .get("me")
                .json()
                .getBoolean("secondFactorPassed"));
    }

    @Test
    void mailsTheCodeWithinASecondAloneOnItsLine() {
        Newcomer nora = Newcomer.ofSecretProject(fixpunkt);

        AtBest.within("the letter", Duration.ofSeconds(1), () -> {
            Instant before = Instant.now();
            nora.claim(fixpunkt, Newcomer.PASSWORD).expect(202);
            Instant asked = Instant.now();

            CaughtMail letter = fixpunkt.mail().await(nora.email(), before);

            assertTrue(letter.text().lines().anyMatch(line -> line.matches("\\d{8}")), letter.text());
            return Duration.between(asked, letter.at());
        });
    }

    @Test
    void usesACodeOnce() {
        Attempt attempt = attempt();
        attempt.confirm(attempt.code()).expect(200);
        attempt.confirm(attempt.code()).expect(410);
    }

    @Test
    void usesACodeOnceAlsoWhenItComesTwentyTimesAtOnce() {
        Attempt attempt = attempt();

        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(turn -> attempt.confirm(attempt.code()).status())
                .toList();

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
    }

    @Test
    void standsFiveWrongCodesHoweverTheyCome() {
        Attempt attempt = attempt();

        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(turn -> attempt.confirm(attempt.another(turn)).status())
                .toList();

        assertEquals(5, answers.stream().filter(status -> status == 401).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 410).count(), answers.toString());
        attempt.confirm(attempt.code()).expect(410);
    }

    @Test
    void takesACodeForItsOwnAttemptOnly() {
        Newcomer nora = Newcomer.ofSecretProject(fixpunkt);
        Attempt one = attempt(nora);
        Attempt other = attempt(nora);

        other.confirm(one.code()).expect(401);
        other.confirm(other.code()).expect(200);
    }

    @Test
    void knowsNothingOfMadeUpAttempts() {
        fixpunkt.api()
                .post("sign-in/made-up/code", Map.of("factor", "mail", "code", "12345678"))
                .expect(410);
    }

    @Test
    void standsAHundredTriesAnHourOverAllAttempts() {
        Newcomer nora = Newcomer.ofSecretProject(fixpunkt);
        Attempt attempt = attempt(nora);
        fixpunkt.sql("UPDATE one_time_code_budget SET tries = 100 WHERE person_id = ?", nora.id());

        assertTrue(attempt.confirm(attempt.code()).expect(429).json().getInt("retryAfter") > 0);
    }

    @Test
    void refusesACodeThatIsTooOld() {
        Newcomer nora = Newcomer.ofSecretProject(fixpunkt);
        Attempt attempt = attempt(nora);
        fixpunkt.sql(
                "UPDATE one_time_code SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE person_id = ?",
                nora.id());

        attempt.confirm(attempt.code()).expect(410);
    }

    @Test
    void keepsNeitherCodeNorLetterInTheDatabase() {
        attempt(Newcomer.ofSecretProject(fixpunkt));
        // It has come before that is noted.
        Waiting.until("a letter is noted as sent", Duration.ofMinutes(1), () -> letters().stream()
                .anyMatch(letter -> letter.get("state").equals("SENT")));

        List<Map<String, String>> letters = letters();

        assertTrue(
                letters.stream()
                        .filter(letter -> letter.get("state").equals("SENT"))
                        .allMatch(letter -> letter.get("sealed_text") == null),
                letters.toString());
        assertTrue(
                letters.stream()
                        .allMatch(letter -> letter.get("recipient").isEmpty()
                                && letter.get("subject").isEmpty()),
                letters.toString());
    }

    private List<Map<String, String>> letters() {
        return fixpunkt.sql("SELECT state, sealed_text, recipient, subject FROM mail_letter");
    }

    private Attempt attempt() {
        return attempt(Newcomer.ofSecretProject(fixpunkt));
    }

    private Attempt attempt(Newcomer newcomer) {
        Instant before = Instant.now();
        JsonObject awaited =
                newcomer.claim(fixpunkt, Newcomer.PASSWORD).expect(202).json();
        String code = Api.codeIn(fixpunkt.mail().await(newcomer.email(), before).text());
        return new Attempt(awaited, code);
    }

    private Api.Answer confirm(JsonObject awaited, String code) {
        return fixpunkt.api()
                .post("sign-in/" + awaited.getString("attempt") + "/code", Map.of("factor", "mail", "code", code));
    }

    private final class Attempt {
        private final JsonObject awaited;
        private final String code;

        Attempt(JsonObject awaited, String code) {
            this.awaited = awaited;
            this.code = code;
        }

        String code() {
            return code;
        }

        /** A code of eight digits that is not the right one. */
        String another(int turn) {
            return String.format(java.util.Locale.ROOT, "%08d", (Integer.parseInt(code) + 1 + turn) % 100_000_000);
        }

        Api.Answer confirm(String typed) {
            return CodeIT.this.confirm(awaited, typed);
        }
    }
}
