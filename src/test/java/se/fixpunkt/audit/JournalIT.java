package se.fixpunkt.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;
import se.fixpunkt.projects.ProjectFixture;
import se.fixpunkt.projects.ProjectFixture.Somebody;

class JournalIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final ProjectFixture fixture = new ProjectFixture(fixpunkt);

    @Test
    void lineTellsWhoDidWhatWhenFromWhereBeforeAndAfter() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Gamla namnet");
        opener.api().patch("projects/" + project, Map.of("name", "Nya namnet")).expect(200);
        JsonObject line = lines(opener, "project=" + project).get(0);
        assertEquals("ProjectChanged", line.getString("kind"));
        assertEquals("project", line.getJsonObject("subject").getString("kind"));
        assertEquals(project, line.getJsonObject("subject").getString("id"));
        assertEquals("Gamla namnet", line.getJsonObject("before").getString("name"));
        assertEquals("Nya namnet", line.getJsonObject("after").getString("name"));
        assertTrue(line.getJsonObject("actor").getString("name").startsWith("Person "));
        assertFalse(line.getString("address").isBlank());
        assertTrue(Duration.between(Instant.parse(line.getString("at")), Instant.now())
                        .abs()
                        .compareTo(Duration.ofMinutes(5))
                < 0);
    }

    @Test
    void changeThatIsRolledBackLeavesNoLine() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Avbrutet");
        String email = ProjectFixture.newEmail();
        String token = fixture.invite(opener, project, email, "member");
        Map<String, String> newcomer = Map.of("name", "Ny", "password", "en mening som ingen gissar");
        asRoot("CREATE TRIGGER no_member BEFORE INSERT ON project_member FOR EACH ROW IF NEW.project_id = '" + project
                + "' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF");
        try {
            fixpunkt.api().post("invitations/" + token + "/accept", newcomer).expect(500);
        } finally {
            asRoot("DROP TRIGGER no_member");
        }
        assertEquals("0", countOf(email, "PersonAdded"));
        fixpunkt.api().post("invitations/" + token + "/accept", newcomer).expect(200);
        assertEquals("1", countOf(email, "PersonAdded"));
        assertEquals("1", countOf(email, "MemberJoined"));
    }

    @Test
    void lineThatCannotBeWrittenTakesTheChangeWithIt() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Orört");
        asRoot("CREATE TRIGGER no_line BEFORE INSERT ON journal FOR EACH ROW IF NEW.project_id = '" + project
                + "' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF");
        try {
            opener.api().patch("projects/" + project, Map.of("name", "Rört")).expect(500);
        } finally {
            asRoot("DROP TRIGGER no_line");
        }
        assertEquals(
                "Orört",
                opener.api().get("projects/" + project).expect(200).json().getString("name"));
    }

    @Test
    void projectsLinesAreForThoseWhoMayReadItsJournal() {
        Somebody opener = fixture.opener();
        Somebody member = fixture.person();
        Somebody auditor = fixture.person("READ_JOURNAL");
        String project = fixture.open(opener, "Slutet");
        fixture.join(opener, project, member, "member");
        member.api().get("journal?project=" + project).expect(403);
        member.api().get("journal").expect(403);
        auditor.api().get("journal?project=" + project).expect(404);
        assertTrue(lines(auditor, "subject=" + project).isEmpty());
        assertTrue(lines(auditor, "text=Slutet").isEmpty());
        assertFalse(lines(auditor, "kind=PersonAdded").isEmpty());
        assertFalse(lines(opener, "subject=" + project).isEmpty());
        assertTrue(lines(opener, "kind=PersonAdded").isEmpty());
        fixpunkt.api().get("journal").expect(401);
    }

    @Test
    void demandingProjectsLinesNeedASecondFactor() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Hemligt");
        opener.api()
                .patch("projects/" + project, Map.of("twoFactorRequired", true))
                .expect(200);
        assertEquals(
                "second-factor-needed",
                opener.api().get("journal?project=" + project).expect(403).problem());
        opener.api().get("journal").expect(403);
        assertEquals(
                2,
                fixpunkt.api()
                        .signIn(opener.email(), RunningFixpunkt.PASSWORD)
                        .get("journal?project=" + project)
                        .expect(200)
                        .items()
                        .size());
    }

    @Test
    void filterFindsByKindPersonThingTimeAndText() {
        Somebody opener = fixture.opener();
        String mark = "Märke " + UUID.randomUUID();
        String project = fixture.open(opener, mark);
        Instant opened =
                Instant.parse(lines(opener, "project=" + project).get(0).getString("at"));
        opener.api()
                .patch("projects/" + project, Map.of("name", mark + " 100%"))
                .expect(200);
        assertEquals(2, lines(opener, "subject=" + project).size());
        assertEquals(1, lines(opener, "kind=ProjectOpened").size());
        assertEquals(1, lines(opener, "kind=project-changed").size());
        assertEquals(2, lines(opener, "subject=project&actor=person").size());
        assertEquals(
                2,
                lines(opener, "text=" + encoded(mark.toUpperCase(java.util.Locale.ROOT)))
                        .size());
        assertEquals(1, lines(opener, "text=" + encoded("100%")).size());
        assertEquals(0, lines(opener, "text=" + encoded("1__%")).size());
        assertEquals(
                1,
                lines(opener, "to=" + encoded(opened.plusNanos(1000).toString()))
                        .size());
        assertEquals(
                1,
                lines(opener, "from=" + encoded(opened.plusNanos(1000).toString()))
                        .size());
        assertEquals(0, lines(opener, "from=2100-01-01T00:00:00Z").size());
        opener.api().get("journal?from=yesterday").expect(422);
        opener.api().get("journal?project=x").expect(422);
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Namn 0");
        for (int i = 1; i <= 4; i++) {
            opener.api()
                    .patch("projects/" + project, Map.of("name", "Namn " + i))
                    .expect(200);
        }
        JsonObject first = opener.api().get("journal?limit=3").expect(200).json();
        JsonObject second = opener.api()
                .get("journal?limit=3&after=" + first.getString("next"))
                .expect(200)
                .json();
        List<String> names = Stream.of(first, second)
                .flatMap(page -> page.getJsonArray("items").stream())
                .map(line -> line.asJsonObject().getJsonObject("after").getString("name"))
                .toList();
        assertEquals(List.of("Namn 4", "Namn 3", "Namn 2", "Namn 1", "Namn 0"), names);
    }

    @Test
    void newLinesArriveLiveAndOnlyTheVisibleOnes() {
        Somebody opener = fixture.opener();
        Somebody other = fixture.opener();
        String project = fixture.open(opener, "Direkt");
        String hidden = fixture.open(other, "Dolt");
        Queue<String> received = follow(opener);
        Waiting.until("the stream is open", Duration.ofSeconds(60), () -> !received.isEmpty());
        other.api().patch("projects/" + hidden, Map.of("name", "Dolt igen")).expect(200);
        opener.api().patch("projects/" + project, Map.of("name", "Direkt igen")).expect(200);
        Waiting.until("the line arrives", Duration.ofSeconds(60), () -> received.stream()
                .anyMatch(text -> text.contains("Direkt igen")));
        assertTrue(received.stream().noneMatch(text -> text.contains("Dolt")));
    }

    private Queue<String> follow(Somebody reader) {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixpunkt.url() + "/api/v1/journal/live"))
                .header("Authorization", "Bearer " + reader.api().token().orElseThrow())
                .build();
        Thread reading = new Thread(() -> {
            try {
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofLines())
                        .body()
                        .forEach(received::add);
            } catch (IOException | InterruptedException closed) {
                received.add(closed.toString());
            }
        });
        reading.setDaemon(true);
        reading.start();
        return received;
    }

    private String countOf(String email, String kind) {
        return fixpunkt.sql(
                        "SELECT COUNT(*) AS n FROM journal WHERE kind = ? AND after_values LIKE ?",
                        kind,
                        "%" + email + "%")
                .get(0)
                .get("n");
    }

    private void asRoot(String statement) {
        try (Connection connection = fixpunkt.database().connectAsRoot();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<JsonObject> lines(Somebody reader, String query) {
        return reader.api().get("journal?" + query).expect(200).items().stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
