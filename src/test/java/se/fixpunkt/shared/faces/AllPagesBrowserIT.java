package se.fixpunkt.shared.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;

/** What holds for every page that somebody who may do everything can open, at a desk and on a phone. */
class AllPagesBrowserIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();
    private static Chromium chromium;
    private static List<String> pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(FIXPUNKT.url());
        Api api = FIXPUNKT.administrator();
        String project = api.post("projects", Map.of("name", "Sidor " + UUID.randomUUID(), "twoFactorRequired", false))
                .expect(201)
                .json()
                .getString("id");
        byte[] rows =
                "\uFEFFKOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\r\nCBB.11;Jordschakt kategori A;m3;3717,5;118;438665\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        String bill = api.upload("projects/" + project + "/bills", "prov.csv", rows, Map.of("title", "MF 10 Väg"))
                .expect(201)
                .json()
                .getString("id");
        String device = api.post(
                        "devices",
                        Map.of(
                                "protocol",
                                "scaip",
                                "identity",
                                "77" + System.nanoTime() % 1_000_000_000L,
                                "name",
                                "Prov"))
                .expect(201)
                .json()
                .getString("id");
        pages = List.of(
                "/projects/list",
                "/projects/new",
                "/projects/project?id=" + project,
                "/projects/members?project=" + project,
                "/projects/roles?project=" + project,
                "/projects/settings?id=" + project,
                "/bills/list?project=" + project,
                "/bills/import?project=" + project,
                "/bills/bill?id=" + bill,
                "/alarms/desk",
                "/alarms/devices",
                "/alarms/device-registration",
                "/alarms/device?id=" + device,
                "/alarms/device-change?id=" + device,
                "/alarms/communication",
                "/alarms/strangers",
                "/alarms/device-groups",
                "/alarms/device-files",
                "/alarms/event-codes",
                "/alarms/event-codes?list=scaip-status",
                "/alarms/event-code?list=sia&code=BA",
                "/alarms/event-code?list=cid",
                "/alarms/frame-check",
                "/users/people",
                "/users/me",
                "/audit/journal",
                "/operations/status");
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void atADesk() {
        everyPageIsInOrder(signedIn(chromium.desk()));
    }

    @Test
    void onAPhone() {
        everyPageIsInOrder(signedIn(chromium.phone()));
    }

    /** Both at once: what can be wrong in the dark is not what can be wrong in another language. */
    @Test
    void inTheDarkAndInEnglish() {
        Page page = signedIn(chromium.desk());
        page.evaluate("() => window.fp.theme('dark')");
        try {
            page.navigate("/projects/list?language=en");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            everyPageIsInOrder(page);
        } finally {
            // The choice goes with the person, and other tests read Swedish.
            page.navigate("/projects/list?language=sv");
        }
    }

    @Test
    void theNavigationLeadsToPagesThatSayWhereTheyAre() {
        Page page = signedIn(chromium.desk());
        List<String> ways = page.locator(".nav a").all().stream()
                .map(way -> way.getAttribute("href"))
                .toList();
        assertFalse(ways.isEmpty());
        for (String way : ways) {
            assertEquals(200, page.navigate(way).status(), way);
            assertThat(page.locator(".nav a[aria-current=page]")).hasCount(1);
        }
    }

    @Test
    void whoSignsOutIsOut() {
        Page page = signedIn(chromium.desk());
        page.locator("summary.me").click();
        page.locator("#signOutForm button").click();
        page.waitForURL("**/signin/sign-in**");
        page.navigate("/projects/list");
        page.waitForURL("**/signin/sign-in**");
    }

    private static void everyPageIsInOrder(Page page) {
        Stream<Executable> checks = pages.stream().map(address -> () -> isInOrder(page, address));
        assertAll(Stream.concat(checks, Stream.of(() -> assertEquals(List.of(), chromium.complaints()))));
    }

    private static void isInOrder(Page page, String address) {
        Response response = page.navigate(address);
        assertEquals(200, response.status(), address);
        page.waitForLoadState(LoadState.LOAD);
        assertEquals(1, page.locator("h1").count(), () -> address + " has one h1");
        assertFalse(page.title().startsWith(" ·"), () -> address + " has no title");
        assertFalse(page.content().contains("???"), () -> address + " asks for a text that is not written");
        Accessibility.check(page);
    }

    private static Page signedIn(Page page) {
        page.navigate("/signin/sign-in");
        page.locator("input[type=email]").fill(RunningFixpunkt.ADMINISTRATOR);
        page.locator("input[type=password]").fill(RunningFixpunkt.PASSWORD);
        page.locator("input[type=submit]").click();
        assertThat(page.locator("summary.me")).isVisible();
        // The page's script has run, too.
        page.waitForLoadState(LoadState.LOAD);
        return page;
    }
}
