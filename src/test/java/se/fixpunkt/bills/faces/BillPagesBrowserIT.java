package se.fixpunkt.bills.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** The pages of bills in a real browser. */
class BillPagesBrowserIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String HEAD = "KOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\n";
    private static Chromium chromium;

    private final Api api = FIXPUNKT.administrator();
    private final String project = api.post(
                    "projects", Map.of("name", "Sidor " + UUID.randomUUID(), "twoFactorRequired", false))
            .expect(201)
            .json()
            .getString("id");

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start(FIXPUNKT.url());
    }

    @AfterAll
    static void closeBrowser() {
        try {
            assertEquals(java.util.List.of(), chromium.complaints());
        } finally {
            chromium.close();
        }
    }

    @Test
    void aWorkbookIsReadLookedAtAndAccepted() {
        Page page = signedIn(chromium.desk());
        page.navigate("/bills/list?project=" + project);
        assertThat(page.locator(".empty")).containsText("Inga mängdförteckningar än");
        checked(page, "bills-empty");
        page.locator(".empty .btn.primary").click();
        checked(page, "bills-import");

        choose(page, "trasig.csv", HEAD + "CBB.1;Schakt;m3;abc;1;2\n");
        assertThat(page.locator(".messages .banner")).isVisible();
        assertThat(page.locator("#importProblems")).containsText("D2");
        checked(page, "bills-import-refused");

        choose(page, "mf.csv", HEAD + "CBB.1;Schakt;;;;\n;Jord;m3;3717,5;118,00;438665,00\n;Berg;m3;x;1;1\n");
        assertThat(page).hasURL(Pattern.compile(".*/bills/preview\\?id=.*"));
        assertThat(page.locator(".figures")).containsText("438\u00a0665,00");
        assertThat(page.locator("main")).containsText("D4");
        checked(page, "bills-preview");
        page.locator(".chip", new Page.LocatorOptions().setHasText("Varning")).click();
        assertThat(page.locator(".chip.on")).containsText("Varning");

        page.locator("[id='decision:accept']").click();
        assertThat(page).hasURL(Pattern.compile(".*/bills/bill\\?id=.*"));
        assertThat(page.locator(".bill-row.item")).containsText("3\u00a0717,5");
        assertThat(page.locator("[data-foot=total]")).hasText("438\u00a0665,00");
        page.navigate("/bills/list?project=" + project);
        assertThat(page.locator("table.grid tbody tr")).hasCount(1);
        checked(page, "bills-list");
    }

    @Test
    void aDraftCanBeThrownAway() {
        String draft = imported("?draft=true", HEAD + "CBB.1;Schakt;m3;1;1;\n");
        Page page = signedIn(chromium.desk());
        page.navigate("/bills/preview?id=" + draft);

        page.locator("[id='decision:discard']").click();

        assertThat(page).hasURL(Pattern.compile(".*/bills/list\\?project=.*"));
        api.get("bills/" + draft).expect(404);
    }

    @Test
    void scrollsToTheLastOfManyRowsAndKeepsFewOnThePage() {
        Page page = opened(signedIn(chromium.desk()), imported("", many(20_000)));
        assertThat(page.locator("[role=grid]")).hasAttribute("aria-rowcount", "20001");
        checked(page, "bill");

        page.locator("[role=grid]").focus();
        page.keyboard().press("Control+End");

        Locator last = page.locator(".bill-row.here:not(.waiting)");
        assertThat(last).containsText("läge 19999");
        assertThat(last).hasAttribute("aria-rowindex", "20001");
        assertTrue(page.locator(".bill-row").count() < 100);
        page.keyboard().press("Control+Home");
        assertThat(page.locator(".bill-row.here")).containsText("läge 0");
        page.keyboard().press("PageDown");
        assertThat(page.locator("[data-foot=marked]")).not().hasText("–");
    }

    @Test
    void findsByCodeAndByText() {
        Page page = opened(signedIn(chromium.desk()), imported("", many(2_000)));

        page.locator("[data-find]").fill("läge 1999");
        assertThat(page.locator("[data-status]")).hasText("1 rader");
        page.locator("[data-find]").fill("cbb");
        assertThat(page.locator("[data-status]")).hasText("1\u00a0000 rader");
        page.locator("[data-find]").fill("finns inte");
        assertThat(page.locator("[data-empty]")).isVisible();
        checked(page, "bill-nothing-found");
        page.locator("[data-clear]").click();
        assertThat(page.locator("[data-status]")).hasText("2\u00a0000 rader");
    }

    @Test
    void theCodeTreeNarrowsTheRowsAndTheAddressRemembersIt() {
        Page page = opened(signedIn(chromium.desk()), imported("", many(2_000)));

        page.locator(".bill-tree .line:has([data-code=CB]) .twist").click();
        page.locator(".bill-tree .choose[data-code=CBB]").click();

        assertThat(page.locator("[data-status]")).hasText("1\u00a0000 rader");
        page.reload();
        assertThat(page.locator("[data-status]")).hasText("1\u00a0000 rader");
        page.locator(".bill-tree .choose").first().click();
        assertThat(page.locator("[data-status]")).hasText("2\u00a0000 rader");
    }

    @Test
    void aRateIsTypedTheSwedishWay() {
        String bill = imported("", many(50));
        Page page = opened(signedIn(chromium.desk()), bill);
        Locator rate = page.locator(".bill-row.item .c-unitRate").first();
        rate.click();
        page.keyboard().press("Enter");
        page.keyboard().type("1 234,5");
        page.keyboard().press("Enter");

        assertThat(rate).hasText("1\u00a0234,50");
        Waiting.until("the rate is stored", Duration.ofSeconds(60), () -> row(bill, 0)
                .getString("unitRate")
                .equals("1234.5"));
        rate.click();
        page.keyboard().type("6,6,6");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-notice]")).containsText("går inte att läsa som ett tal");
        checked(page, "bill-not-a-number");
        page.keyboard().press("Escape");
        assertThat(rate).hasText("1\u00a0234,50");
    }

    @Test
    void whoeverComesSecondIsAskedWhichValueHolds() {
        String bill = imported("", many(50));
        Page page = opened(signedIn(chromium.desk()), bill);
        JsonObject seen = row(bill, 0);
        api.patch("bills/" + bill + "/rows/" + seen.getString("id"), Map.of("unitRate", "777.25"), "\"0\"")
                .expect(200);
        page.locator(".bill-row.item .c-unitRate").first().click();
        page.keyboard().press("Enter");
        page.keyboard().type("888");
        page.keyboard().press("Enter");

        assertThat(page.locator("[data-notice]")).containsText("nu 777,25, du skrev 888,00");
        checked(page, "bill-conflict");
        page.locator("[data-notice] .btn", new Page.LocatorOptions().setHasText("Använd mitt"))
                .click();

        assertThat(page.locator(".bill-row.item .c-unitRate").first()).hasText("888,00");
        assertThat(page.locator(".bill-row.saving")).hasCount(0);
        assertEquals("888", row(bill, 0).getString("unitRate"));
    }

    @Test
    void exportsAsAFile() {
        Page page = opened(signedIn(chromium.desk()), imported("", many(50)));
        page.locator(".actions .menu > summary").click();

        Download download = page.waitForDownload(
                () -> page.locator(".actions .menu-list .item").first().click());

        assertEquals("Prov.xlsx", download.suggestedFilename());
        assertTrue(download.path().toFile().length() > 1000);
    }

    @Test
    void onAPhoneCodeTextAndAmountRemain() {
        String bill = imported("", many(500));
        Page page = opened(signedIn(chromium.phone()), bill);

        assertThat(page.locator(".bill-row .c-amount").first()).isVisible();
        assertThat(page.locator(".bill-row .c-unit").first()).isHidden();
        checked(page, "bill-phone");
        page.locator("[data-tree-toggle]").click();
        assertThat(page.locator(".bill-tree")).isVisible();
        checked(page, "bill-phone-tree");
        page.locator(".bill-tree .choose").nth(1).click();
        assertThat(page.locator(".bill-tree")).isHidden();
        page.navigate("/bills/list?project=" + project);
        checked(page, "bills-list-phone");
        page.navigate("/bills/import?project=" + project);
        checked(page, "bills-import-phone");
    }

    @Test
    void aStrangersBillIsNotFound() {
        Page page = signedIn(chromium.desk());

        assertEquals(404, page.navigate("/bills/bill?id=" + UUID.randomUUID()).status());
        assertEquals(404, page.navigate("/bills/bill?id=x").status());
        assertEquals(404, page.navigate("/bills/list").status());
        assertEquals(404, page.navigate("/bills/preview").status());
    }

    private String imported(String how, String csv) {
        return api.upload(
                        "projects/" + project + "/bills" + how,
                        "prov.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        Map.of("title", "Prov"))
                .expect(201)
                .json()
                .getString("id");
    }

    private JsonObject row(String bill, int index) {
        return api.get("bills/" + bill + "/rows?limit=500").expect(200).items().getJsonObject(index);
    }

    /** Items under CBA in the first half and under CBB in the second. */
    private static String many(int rows) {
        return HEAD
                + IntStream.range(0, rows)
                        .mapToObj(i -> "CB" + (i < rows / 2 ? 'A' : 'B') + "." + (i % 9 + 1) + ";Schakt för väg, läge "
                                + i + ";m3;" + (i % 977 + 1) + ",5;118,00;")
                        .collect(Collectors.joining("\n"));
    }

    private static void choose(Page page, String name, String csv) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[data-bill-import] .btn.primary").click();
    }

    private static Page opened(Page page, String bill) {
        page.navigate("/bills/bill?id=" + bill);
        assertThat(page.locator(".bill-row:not(.waiting)").first()).isVisible();
        return page;
    }

    private static Page signedIn(Page page) {
        page.navigate("/signin/sign-in");
        page.locator("[id='signIn:email']").fill(RunningFixpunkt.ADMINISTRATOR);
        page.locator("[id='signIn:password']").fill(RunningFixpunkt.PASSWORD);
        page.locator("[id='signIn:enter']").click();
        assertThat(page.locator(".nav")).isVisible();
        return page;
    }

    private static void checked(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
        Accessibility.check(page);
    }
}
