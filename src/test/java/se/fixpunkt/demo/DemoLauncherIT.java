package se.fixpunkt.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Ports;
import se.fixpunkt.harness.Waiting;

class DemoLauncherIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path home;

    private final int http = Ports.free();
    private final int inbox = Ports.free();

    @Test
    void startsTheWholeDemoKeepsItsDataAndLeavesNothingBehind() throws Exception {
        List<ProcessHandle> family;
        String bill;
        try (LaunchedDemo demo = LaunchedDemo.start(home, options(TARGET, home.resolve("data")))) {
            demo.awaitTable();
            family = demo.family();
            everybodyCanSignIn(demo);
            bill = theBillIsThere();
            theDevicesAreThere();
            theSecretProjectAsksForACode();
            demo.terminate();
            demo.awaitEnd();
        }
        awaitAllGone(family);

        try (LaunchedDemo again = LaunchedDemo.start(home, options(TARGET, home.resolve("data")))) {
            again.awaitTable();
            family = again.family();
            assertEquals(bill, theBillIsThere());
            // Without a chance to clean up.
            again.kill();
            again.awaitEnd();
        }
        awaitAllGone(family);
    }

    @Test
    void refusesATakenPortWithOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(http, 1, InetAddress.getLoopbackAddress());
                LaunchedDemo demo = LaunchedDemo.start(home, options(TARGET, home.resolve("data")))) {
            assertEquals(1, demo.awaitEnd());
            assertOneLine(demo, "Port " + taken.getLocalPort() + " (web) is taken by another program");
        }
    }

    @Test
    void refusesADirectoryItMayNotWriteToWithOneLine() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        try (LaunchedDemo demo = LaunchedDemo.start(home, options(TARGET, file.resolve("data")))) {
            assertEquals(1, demo.awaitEnd());
            assertOneLine(demo, "No right to write in " + file.resolve("data"));
        }
    }

    @Test
    void refusesAFailedDeploymentWithOneLineAndStopsEverything() throws Exception {
        Path broken = Files.createDirectories(home.resolve("target"));
        Files.writeString(broken.resolve("fixpunkt.war"), "no archive at all");
        Files.createSymbolicLink(broken.resolve("server"), TARGET.resolve("server"));
        Files.createSymbolicLink(broken.resolve("mariadb"), TARGET.resolve("mariadb"));
        try (LaunchedDemo demo = LaunchedDemo.start(home, options(broken, home.resolve("data")))) {
            Waiting.until("Payara Micro starts", Duration.ofMinutes(5), () -> demo.said()
                    .contains("Payara"));
            List<ProcessHandle> family = demo.family();
            assertEquals(1, demo.awaitEnd());
            assertOneLine(demo, "The demo cannot start: Fixpunkt ");
            awaitAllGone(family);
        }
    }

    private List<String> options(Path target, Path data) {
        return List.of(
                "demo.target=" + target,
                "demo.data=" + data,
                "demo.http.port=" + http,
                "demo.mail.port=" + inbox,
                "demo.sip.port=" + Ports.free(),
                "demo.dc09.port=" + Ports.free(),
                "demo.sosaccess.port=" + Ports.free());
    }

    private void everybodyCanSignIn(LaunchedDemo demo) throws IOException, InterruptedException {
        List<String> people = new ArrayList<>(List.of(DemoPeople.ADMINISTRATOR));
        DemoPeople.ADDED.forEach(person -> people.add(person.email()));
        assertEquals(8, people.size());
        for (String person : people) {
            assertTrue(demo.said().contains(person), person + " is in the table");
            assertEquals(person, signIn(person).get("me").expect(200).json().getString("email"));
        }
    }

    private String theBillIsThere() throws IOException, InterruptedException {
        Api member = signIn(DemoPeople.MEMBER);
        JsonObject project = member.get("projects").expect(200).items().getJsonObject(0);
        assertEquals("Vägen till Fixpunkt", project.getString("name"));
        String bill = member.get("projects/" + project.getString("id") + "/bills")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        assertTrue(member.get("bills/" + bill).expect(200).json().getInt("items") >= 300);
        return bill;
    }

    private void theDevicesAreThere() throws IOException, InterruptedException {
        Api technician = signIn("technician@demo.test");
        assertEquals(
                1,
                technician.get("devices?identity=12345678").expect(200).items().size());
        assertEquals(
                1,
                technician.get("devices?identity=%231234").expect(200).items().size());
    }

    private void theSecretProjectAsksForACode() throws IOException, InterruptedException {
        Api.Answer answer = stranger()
                .post("sign-in", Map.of("email", DemoPeople.PROJECT_ADMINISTRATOR, "password", DemoPeople.PASSWORD));
        assertEquals(202, answer.status());
    }

    /** The code, where one is asked for, is read in the inbox that everybody sees. */
    private Api signIn(String email) throws IOException, InterruptedException {
        String before = inboxOf(email);
        Api.Answer answer = stranger().post("sign-in", Map.of("email", email, "password", DemoPeople.PASSWORD));
        if (answer.status() == 202) {
            String attempt = answer.json().getString("attempt");
            answer = stranger()
                    .post(
                            "sign-in/" + attempt + "/code",
                            Map.of("factor", "mail", "code", Api.codeIn(newestLetter(email, before))));
        }
        return stranger().withToken(answer.expect(200).json().getString("accessToken"));
    }

    /** Newest first: the demo itself has signed people in, so letters with older codes may be there already. */
    private String newestLetter(String email, String before) {
        Waiting.until("a letter to " + email, Duration.ofSeconds(60), () -> !inboxOf(email)
                .equals(before));
        return inboxOf(email);
    }

    private String inboxOf(String email) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + inbox + "/api/messages?to=" + email))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Api stranger() {
        return new Api("http://localhost:" + http, null);
    }

    private static void assertOneLine(LaunchedDemo demo, String words) {
        List<String> lines = demo.complained().lines().toList();
        assertEquals(1, lines.size(), demo::complained);
        assertTrue(lines.get(0).contains(words), lines.get(0));
    }

    private static void awaitAllGone(List<ProcessHandle> family) {
        Waiting.until("every process is gone", Duration.ofMinutes(2), () -> Stream.of(family)
                .flatMap(List::stream)
                .noneMatch(ProcessHandle::isAlive));
    }
}
