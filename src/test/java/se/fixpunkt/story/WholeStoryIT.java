package se.fixpunkt.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.SipP;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.AtBest;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * Sign in with a code from the mail, import a workbook, scroll to its last row, export it; a real SIP client sends an alarm, it is
 * seen in another browser within a second, taken, noted, closed, and the journal tells all of it, down to the bytes.
 */
class WholeStoryIT {
    private static final Path WORKBOOK = Path.of("src/test/resources/demo/mf-vagen-till-fixpunkt.xlsx");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final String NOTE = "Ringde upp, vi hjälper henne upp";

    /** Notes on the page itself, by its own clock, when each alarm came into sight. */
    private static final String WATCH_THE_QUEUE =
            """
            () => {
              window.seenAt = {};
              const note = () => document.querySelectorAll('#queue [data-id]').forEach(row => {
                window.seenAt[row.dataset.id] = window.seenAt[row.dataset.id] || Date.now();
              });
              new MutationObserver(note).observe(document.getElementById('queue'), { childList: true, subtree: true });
            }
            """;

    private static Chromium chromium;

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();

    @BeforeAll
    static void start() {
        chromium = Chromium.start(RunningFixpunkt.get().url());
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void fromTheFirstSignInToTheLastLineOfTheJournal() throws IOException {
        String engineer =
                person("Erika Eriksson", "OPEN_PROJECTS", "MANAGE_DEVICES", "READ_COMMUNICATION", "READ_JOURNAL");
        String operator = person("Olle Operatör", "HANDLE_ALARMS");
        String project = fixpunkt.api()
                .signIn(engineer, RunningFixpunkt.PASSWORD)
                .post("projects", Map.of("name", "Vägen " + UUID.randomUUID(), "twoFactorRequired", true))
                .expect(201)
                .json()
                .getString("id");
        Page desk = chromium.desk();
        Page queue = chromium.desk();
        try {
            signInWithCode(desk, engineer);
            importWorkbook(desk, project);
            scrollToTheLastRow(desk);
            export(desk);
            JsonObject device = device();
            signIn(queue, operator);
            String alarm = alarmComesInSight(queue, device);
            handle(queue, alarm);
            theJournalTellsIt(desk, alarm);
            theBytesAreThere(desk, device);
        } catch (RuntimeException | AssertionError e) {
            picture(desk, "story-failed-engineer");
            picture(queue, "story-failed-operator");
            throw e;
        }
        assertEquals(List.of(), chromium.complaints());
    }

    private void signInWithCode(Page page, String email) {
        Instant before = Instant.now();
        page.navigate("/signin/sign-in");
        picture(page, "sign-in");
        fillIn(page, email);
        assertThat(page).hasURL(Pattern.compile(".*/signin/code.*"));
        page.locator("[id='code:digits']")
                .fill(Api.codeIn(fixpunkt.mail().await(email, before).text()));
        page.locator("[id='code:confirm']").click();
        page.waitForURL(url -> !url.contains("/signin/"));
    }

    private void signIn(Page page, String email) {
        page.navigate("/signin/sign-in");
        fillIn(page, email);
        page.waitForURL(url -> !url.contains("/signin/"));
    }

    private static void fillIn(Page page, String email) {
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(RunningFixpunkt.PASSWORD);
        page.locator("[id='signIn:enter']").click();
    }

    private static void importWorkbook(Page page, String project) {
        page.navigate("/projects/list");
        picture(page, "projects");
        page.navigate("/bills/import?project=" + project);
        page.locator("[id='import:file']").setInputFiles(WORKBOOK);
        page.locator("[id='import:title']").fill("MF 10 Väg och mark");
        page.locator("[id='import:go']").click();
        page.waitForURL("**/bills/preview?**", new Page.WaitForURLOptions().setTimeout(60_000));
        picture(page, "import-preview");
        page.locator("[id='decision:accept']").click();
        page.waitForURL("**/bills/bill?**");
    }

    private static void scrollToTheLastRow(Page page) {
        Locator grid = page.getByRole(AriaRole.GRID);
        assertThat(grid.getByRole(AriaRole.GRIDCELL).first()).isVisible();
        picture(page, "bill");
        // Until all rows are counted it is -1, which is ARIA's word for "not known yet".
        assertThat(grid).not().hasAttribute("aria-rowcount", "-1");
        int rows = Integer.parseInt(grid.getAttribute("aria-rowcount"));
        assertTrue(rows > 400, "rows: " + rows);
        grid.evaluate("scroller => { scroller.scrollTop = scroller.scrollHeight; }");
        assertThat(grid.locator("[role=row][aria-rowindex='" + rows + "']")).isVisible();
        picture(page, "bill-last-row");
    }

    private static void export(Page page) throws IOException {
        Download download = page.waitForDownload(() -> {
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Exportera"))
                    .click();
            page.locator("a[href*='format=xlsx']").click();
        });
        try (Workbook exported = WorkbookFactory.create(download.path().toFile())) {
            assertTrue(exported.getSheetAt(0).getLastRowNum() >= 400, "rows in the exported workbook");
        }
    }

    private String alarmComesInSight(Page queue, JsonObject device) {
        queue.navigate("/alarms/desk");
        assertThat(queue.locator("#connection")).hasAttribute("data-state", "connected");
        queue.evaluate(WATCH_THE_QUEUE);

        AtomicReference<String> alarm = new AtomicReference<>();
        AtBest.within("an alarm in sight", Duration.ofSeconds(1), () -> {
            alarm.set(sent(device));
            return untilSeen(queue, alarm.get());
        });
        picture(queue, "queue");
        return alarm.get();
    }

    /** The alarm's id. */
    private String sent(JsonObject device) {
        String alarms = "SELECT id FROM alarm WHERE device_id = ? ORDER BY received_at DESC, id DESC";
        int number = fixpunkt.sql(alarms, device.getString("id")).size() + 1;
        SipP.Outcome sipp =
                SipP.alarm(fixpunkt.sipPort(), "u1", device.getString("identity"), "R" + number, "ME", "0005", "0010");
        assertEquals(0, sipp.exit(), sipp::screen);
        assertTrue(sipp.log().contains("<snu>0</snu>"), sipp::log);
        return fixpunkt.sql(alarms, device.getString("id")).get(0).get("id");
    }

    private Duration untilSeen(Page queue, String alarm) {
        assertThat(queue.locator("#queue [data-id='" + alarm + "']")).isVisible();
        Instant received = Instant.parse(fixpunkt.administrator()
                .get("alarms/" + alarm)
                .expect(200)
                .json()
                .getString("receivedAt"));
        long seen = ((Number) queue.evaluate("id => window.seenAt[id]", alarm)).longValue();
        return Duration.ofMillis(seen - received.toEpochMilli());
    }

    private static void handle(Page queue, String alarm) {
        queue.locator("#queue [data-id='" + alarm + "']").click();
        queue.locator("#take").click();
        assertThat(queue.locator("#close")).isVisible();
        queue.locator("#note").fill(NOTE);
        queue.keyboard().press("Enter");
        assertThat(queue.locator("#events")).containsText(NOTE);
        picture(queue, "alarm");
        queue.locator("#close").click();
        queue.locator("input[name=disposition]").first().check();
        queue.locator("#close-text").fill("Hjälpt upp, inga skador");
        queue.locator("#close-save").click();
        assertThat(queue.locator("#queue [data-id='" + alarm + "']")).isHidden();
    }

    private static void theJournalTellsIt(Page page, String alarm) {
        page.navigate("/audit/journal?subject=" + alarm);
        Locator lines = page.locator("#journalLines");
        for (String line : List.of("Larm inkom", "Larm taget", "Anteckning på larm", "Larm avslutat")) {
            assertThat(lines).containsText(line);
        }
        assertThat(lines).containsText("Olle Operatör");
        picture(page, "journal");
    }

    private static void theBytesAreThere(Page page, JsonObject device) {
        page.navigate("/alarms/device?id=" + device.getString("id"));
        assertThat(page.locator("#talk > li").first()).isVisible();
        page.locator("#talk summary").last().click();
        assertThat(page.locator("#talk pre").last()).containsText("4d 45 53 53 41 47 45");
        picture(page, "conversation");
    }

    private JsonObject device() {
        String identity = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
        return fixpunkt.administrator()
                .post("devices", Map.of("protocol", "scaip", "identity", identity, "name", "Ekbacken 12"))
                .expect(201)
                .json();
    }

    private String person(String name, String... rights) {
        String email = "p" + UUID.randomUUID() + "@test.test";
        fixpunkt.administrator()
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                name,
                                "language",
                                "sv",
                                "rights",
                                List.of(rights),
                                "password",
                                RunningFixpunkt.PASSWORD))
                .expect(201);
        return email;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
