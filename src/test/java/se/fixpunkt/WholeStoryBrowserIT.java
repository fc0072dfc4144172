package se.fixpunkt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.SipP;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;

/** What a stranger does on the first evening: both halves, from the code in the mail to the journal. */
class WholeStoryBrowserIT {
    private static final Path WORKBOOK = Path.of("src/test/resources/demo/mf-vagen-till-fixpunkt.xlsx");

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();

    @Test
    void aBillIsImportedAndAnAlarmHandledAndTheJournalTellsIt() throws IOException {
        String builder = person("Ida Byggare", "OPEN_PROJECTS");
        String operator = person("Olle Operatör", "HANDLE_ALARMS", "READ_JOURNAL");
        String project = fixpunkt.api()
                .signIn(builder, RunningFixpunkt.PASSWORD)
                .post("projects", Map.of("name", "Bron över ån", "twoFactorRequired", true))
                .expect(201)
                .json()
                .getString("id");
        String identity = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
        administrator
                .post("devices", Map.of("protocol", "scaip", "identity", identity, "name", "Elsa, Storgatan 4"))
                .expect(201);

        try (Chromium chromium = Chromium.start(fixpunkt.url())) {
            Page office = chromium.desk();
            signInWithCode(office, builder);
            importWorkbook(office, project);
            scrollToTheLastRow(office);
            assertTrue(exported(office).startsWith("PK"), "an xlsx file is a ZIP file");

            Page desk = chromium.desk();
            signIn(desk, operator);
            desk.navigate("/alarms/desk");
            assertThat(desk.locator("#connection")).containsText("Ansluten");
            handleAlarm(desk, identity);

            desk.navigate("/audit/journal");
            Locator lines = desk.locator("#journalLines");
            assertThat(lines).containsText("Olle Operatör");
            assertThat(lines).containsText(identity);
            assertEquals(List.of(), chromium.complaints());
        }
    }

    private void signInWithCode(Page page, String email) {
        Instant asked = Instant.now();
        signIn(page, email);
        page.waitForURL(Pattern.compile(".*/signin/code.*"));
        page.locator("[id='code:digits']")
                .fill(Api.codeIn(fixpunkt.mail().await(email, asked).text()));
        page.locator("[id='code:confirm']").click();
        page.waitForURL(Pattern.compile(".*/projects/list.*"));
        assertThat(page.locator("#content")).containsText("Bron över ån");
    }

    private static void signIn(Page page, String email) {
        page.navigate("/signin/sign-in");
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill(RunningFixpunkt.PASSWORD);
        page.locator("[id='signIn:enter']").click();
        page.waitForURL(url -> !url.contains("/signin/sign-in"));
    }

    private static void importWorkbook(Page page, String project) {
        page.navigate("/bills/import?project=" + project);
        page.locator("[id='import:file']").setInputFiles(WORKBOOK);
        page.locator("[id='import:title']").fill("MF 10 Väg");
        page.locator("[id='import:go']").click();
        page.waitForURL(Pattern.compile(".*/bills/preview.*"));
        assertThat(page.locator("#content")).containsText("476");
        page.locator("[id='decision:accept']").click();
        page.waitForURL(Pattern.compile(".*/bills/bill\\?.*"));
    }

    private static void scrollToTheLastRow(Page page) {
        Locator grid = page.locator("[role=grid]");
        String rows = grid.getAttribute("aria-rowcount");
        assertThat(grid.locator("[role=row][aria-rowindex='2']")).isVisible();
        grid.focus();
        page.keyboard().press("Control+End");
        assertThat(grid.locator("[role=row][aria-rowindex='" + rows + "']")).isVisible();
    }

    private static String exported(Page page) throws IOException {
        page.locator("summary:has-text('Exportera')").click();
        Download download = page.waitForDownload(
                () -> page.locator("a[href*='format=xlsx']").click());
        return new String(Files.readAllBytes(download.path()), StandardCharsets.ISO_8859_1);
    }

    private void handleAlarm(Page desk, String identity) {
        SipP.Outcome sipp = SipP.alarm(fixpunkt.sipPort(), "u1", identity, "R1", "ME", "0005", "0010");
        assertEquals(0, sipp.exit(), sipp::screen);
        assertTrue(sipp.log().contains("<snu>0</snu>"), sipp::log);

        Locator row = desk.locator("#queue .al", new Page.LocatorOptions().setHasText("Elsa, Storgatan 4"));
        row.waitFor(new Locator.WaitForOptions()
                .setTimeout(Duration.ofSeconds(1).toMillis()));
        row.click();
        desk.locator("#take").click();
        assertThat(desk.locator("#close")).isVisible();
        desk.locator("#note").fill("Svarar, har ramlat men mår bra");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#events")).containsText("mår bra");
        desk.locator("#close").click();
        desk.locator("input[name=disposition]").first().check();
        desk.locator("#close-save").click();
        assertThat(row).isHidden();
    }

    private String person(String name, String... rights) {
        String email = "p" + UUID.randomUUID() + "@test.test";
        administrator
                .post(
                        "people",
                        Map.of(
                                "email", email,
                                "name", name,
                                "password", RunningFixpunkt.PASSWORD,
                                "language", "sv",
                                "rights", List.of(rights)))
                .expect(201);
        return email;
    }
}
