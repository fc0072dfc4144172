package se.fixpunkt.bills.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/** A project of its own for one test, with people of its own. */
final class TestProject {
    private static final Pattern INVITATION = Pattern.compile("(?:token=|invitations?/)([A-Za-z0-9_-]{16,})");
    private static final String PASSWORD = "bills-tested-with-this";

    private final RunningFixpunkt fixpunkt;
    private final Api opener;
    private final String id;

    private TestProject(RunningFixpunkt fixpunkt, Api opener, String id) {
        this.fixpunkt = fixpunkt;
        this.opener = opener;
        this.id = id;
    }

    /** Opened by the first administrator, who administers it. */
    static TestProject open(RunningFixpunkt fixpunkt) {
        Api opener = fixpunkt.administrator();
        String id = opener.post("projects", Map.of("name", "Prov " + UUID.randomUUID(), "twoFactorRequired", false))
                .expect(201)
                .json()
                .getString("id");
        return new TestProject(fixpunkt, opener, id);
    }

    Api opener() {
        return opener;
    }

    String id() {
        return id;
    }

    String bills() {
        return "projects/" + id + "/bills";
    }

    /** Somebody who can sign in and is in no project. */
    Api stranger() {
        return fixpunkt.api().signIn(person(), PASSWORD);
    }

    /** A new person with that role in the project. */
    Api member(String role) {
        String email = person();
        Instant before = Instant.now();
        opener.post("projects/" + id + "/invitations", Map.of("email", email, "role", role, "party", "Part"))
                .expect(201);
        Matcher token = INVITATION.matcher(fixpunkt.mail().await(email, before).text());
        if (!token.find()) {
            throw new AssertionError("No invitation for " + email);
        }
        Api member = fixpunkt.api().signIn(email, PASSWORD);
        member.post("invitations/" + token.group(1) + "/accept", Map.of()).expect(200);
        return member;
    }

    /** Imports a text file and gives the bill's id. */
    String bill(String... lines) {
        return opener.upload(bills(), "prov.csv", csv(lines), Map.of("title", "MF 10 Väg"))
                .expect(201)
                .json()
                .getString("id");
    }

    /** Rows below the usual headings, separated by semicolons. */
    static byte[] csv(String... lines) {
        return ("\uFEFFKOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\r\n" + String.join("\r\n", List.of(lines)) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String person() {
        String email = "p" + UUID.randomUUID() + "@test.test";
        fixpunkt.administrator()
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Prov Person",
                                "language",
                                "sv",
                                "rights",
                                List.of(),
                                "password",
                                PASSWORD))
                .expect(201);
        return email;
    }
}
