package se.fixpunkt.projects;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/** People and projects of a test's own, made the way that customers make them. */
public final class ProjectFixture {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final RunningFixpunkt fixpunkt;

    public ProjectFixture(RunningFixpunkt fixpunkt) {
        this.fixpunkt = fixpunkt;
    }

    /** Somebody with an address of his own. */
    public record Somebody(String email, Api api) {}

    public static String newEmail() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@test.test";
    }

    /** Adds a person and signs him in. */
    public Somebody person(String... rights) {
        String email = newEmail();
        fixpunkt.administrator()
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Person " + email.substring(0, 5),
                                "password",
                                RunningFixpunkt.PASSWORD,
                                "rights",
                                List.of(rights)))
                .expect(201);
        return new Somebody(email, fixpunkt.api().signIn(email, RunningFixpunkt.PASSWORD));
    }

    /** Somebody who may open projects. */
    public Somebody opener() {
        return person("OPEN_PROJECTS");
    }

    public String open(Somebody opener, String name) {
        return opener.api()
                .post("projects", Map.of("name", name, "twoFactorRequired", false))
                .expect(201)
                .json()
                .getString("id");
    }

    /** Invites and lets the invited accept; gives the id of the membership. */
    public String join(Somebody administrator, String project, Somebody newcomer, String role) {
        newcomer.api()
                .post(
                        "invitations/" + invite(administrator, project, newcomer.email(), role) + "/accept",
                        JsonValue.EMPTY_JSON_OBJECT)
                .expect(200);
        return member(administrator, project, newcomer.email());
    }

    /** The token in the letter that an invitation sends. */
    public String invite(Somebody administrator, String project, String email, String role) {
        Instant before = Instant.now();
        administrator
                .api()
                .post("projects/" + project + "/invitations", Map.of("email", email, "role", role))
                .expect(201);
        return tokenIn(email, before);
    }

    public String tokenIn(String email, Instant since) {
        String letter = fixpunkt.mail().await(email, since).text();
        Matcher token = TOKEN.matcher(letter);
        if (!token.find()) {
            throw new AssertionError("No token in: " + letter);
        }
        return token.group(1);
    }

    public String member(Somebody administrator, String project, String email) {
        return administrator.api().get("projects/" + project + "/members").expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .filter(member -> member.getString("email").equals(email))
                .map((JsonObject member) -> member.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
