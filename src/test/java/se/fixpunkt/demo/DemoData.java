package se.fixpunkt.demo;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Installation;

/**
 * Fills an empty Fixpunkt through its own doors: REST, as the people who would do it. What is there already is left alone, so an
 * interrupted first start is finished by the next; once it is complete, later starts touch nothing.
 */
final class DemoData {
    private static final String WORKBOOK = "/demo/mf-vagen-till-fixpunkt.xlsx";
    private static final String OPEN_PROJECT = "Vägen till Fixpunkt";
    private static final String SECRET_PROJECT = "Hemliga bron";
    private static final Pattern INVITATION = Pattern.compile("(?:token=|invitations?/)([A-Za-z0-9_-]{16,})");

    private final Api stranger;
    private final Installation installation;
    private final Path complete;

    DemoData(Installation installation, Path data) {
        this.installation = installation;
        this.stranger = new Api(installation.url(), installation.mail());
        this.complete = data.resolve("complete");
    }

    private static final Map<String, ?> GRETA = Map.of(
            "person", "Greta Lind",
            "address", "Ekbacken 12, 2 tr\n123 45 Fixby",
            "latitude", "59.3293",
            "longitude", "18.0686",
            "instructions", "Portkod 4711. Hör dåligt: låt det ringa länge. Nyckel hos grannen på nedre botten.",
            "contacts",
                    List.of(
                            Map.of("name", "Nils Lind", "phone", "070-123 45 67", "relation", "son"),
                            Map.of("name", "Hemtjänsten Fixby", "phone", "08-123 456", "relation", "dygnet runt")));

    void fill(Consumer<String> progress) {
        if (Files.exists(complete)) {
            progress.accept("Demo data from last time is still there");
            return;
        }
        progress.accept("Making the people");
        Api administrator = signIn(DemoPeople.ADMINISTRATOR);
        DemoPeople.ADDED.forEach(person -> ensurePerson(administrator, person));
        progress.accept("Opening the projects");
        Api projects = signIn(DemoPeople.PROJECT_ADMINISTRATOR);
        String open = ensureProject(projects, OPEN_PROJECT, false);
        ensureProject(projects, SECRET_PROJECT, true);
        // A new sign-in, because "Hemliga bron" is closed to one that was made without a code.
        Api confirmed = signIn(DemoPeople.PROJECT_ADMINISTRATOR);
        ensureMember(confirmed, open, DemoPeople.MEMBER, "member", "Entreprenören AB");
        ensureMember(confirmed, open, DemoPeople.SUBCONTRACTOR, "subcontractor", "Underentreprenören AB");
        ensureMember(confirmed, open, DemoPeople.ADMINISTRATOR, "member", "Beställaren");
        progress.accept("Importing the bill of quantities");
        ensureBill(confirmed, open);
        progress.accept("Registering the devices");
        ensureDevice(administrator, "scaip", "12345678", "Trygghetslarm Ekbacken 12", null, GRETA);
        ensureDevice(administrator, "dc09", "#1234", "Inbrottslarm Förrådet", "0123456789ABCDEF", null);
        ensureDevice(administrator, "sosaccess", "7654321", "Brandlarm Verkstaden", "fixpunktdemo001", null);
        markComplete();
    }

    private Api signIn(String email) {
        return stranger.signIn(email, DemoPeople.PASSWORD);
    }

    private static void ensurePerson(Api administrator, DemoPeople.Person person) {
        Api.Answer answer = administrator.post(
                "people",
                Map.of(
                        "email", person.email(),
                        "name", person.name(),
                        "language", "sv",
                        "rights", person.rights(),
                        "password", DemoPeople.PASSWORD));
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }

    private static String ensureProject(Api api, String name, boolean twoFactorRequired) {
        Optional<JsonObject> existing = find(api, "projects?limit=100", "name", name);
        return existing.orElseGet(
                        () -> api.post("projects", Map.of("name", name, "twoFactorRequired", twoFactorRequired))
                                .expect(201)
                                .json())
                .getString("id");
    }

    private void ensureMember(Api administrator, String project, String email, String role, String party) {
        String members = "projects/" + project + "/members?limit=100";
        if (find(administrator, members, "email", email).isPresent()) {
            return;
        }
        Instant before = Instant.now();
        Api.Answer invited = administrator.post(
                "projects/" + project + "/invitations", Map.of("email", email, "role", role, "party", party));
        invited.expect(201);
        String letter = installation.mail().await(email, before).text();
        Matcher token = INVITATION.matcher(letter);
        if (!token.find()) {
            throw new IllegalStateException("No invitation link in the letter to " + email);
        }
        signIn(email).post("invitations/" + token.group(1) + "/accept", null).expect(200);
    }

    private static void ensureBill(Api api, String project) {
        String bills = "projects/" + project + "/bills";
        if (!api.get(bills).expect(200).items().isEmpty()) {
            return;
        }
        try (InputStream workbook = DemoData.class.getResourceAsStream(WORKBOOK)) {
            if (workbook == null) {
                throw new IllegalStateException("The workbook " + WORKBOOK + " is not in the build");
            }
            api.upload(bills, "mf-vagen-till-fixpunkt.xlsx", workbook.readAllBytes(), Map.of("title", OPEN_PROJECT))
                    .expect(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ensureDevice(
            Api api, String protocol, String identity, String name, String key, Map<String, ?> record) {
        Map<String, Object> device = new HashMap<>(Map.of("protocol", protocol, "identity", identity, "name", name));
        if (key != null) {
            device.put("key", key);
        }
        if (record != null) {
            device.put("record", record);
        }
        Api.Answer answer = api.post("devices", device);
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }

    private static Optional<JsonObject> find(Api api, String path, String field, String value) {
        List<JsonObject> items = api.get(path).expect(200).items().getValuesAs(JsonObject.class);
        return items.stream()
                .filter(item -> value.equals(item.getString(field, null)))
                .findFirst();
    }

    private void markComplete() {
        try {
            Files.writeString(complete, Instant.now() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
