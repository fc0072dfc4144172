package se.fixpunkt.alarms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;

/** An administrator decides what event codes mean. */
class EventCodePagesBrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Chromium chromium;

    private final Desk desk = new Desk();

    @BeforeAll
    static void open() {
        chromium = Chromium.start(RunningFixpunkt.get().url());
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aCodeIsFoundChangedAndSetBack() {
        Page page = signedIn(1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/devices");
        page.locator("#more > summary").click();
        page.locator("a[href$='/alarms/event-codes']").click();
        accessible(page);
        picture(page, "event-codes-1440");
        page.locator("input[name=text]").fill("självtest");
        page.locator("select[name=list]").selectOption("cid");
        page.locator(".btn[type=submit]:text('Visa')").click();
        assertThat(row(page, "307")).containsText("Larm");
        row(page, "307").locator("a").click();
        accessible(page);
        page.locator("[id='meaning:priority']").fill("0");
        page.locator("[id='meaning:save']").click();
        assertThat(page.locator("[id='meaning:priorityError']")).containsText("1 till 9");
        page.locator("[id='meaning:kind']").selectOption("information");
        page.locator("[id='meaning:about']").selectOption("battery");
        page.locator("[id='meaning:priority']").fill("8");
        picture(page, "event-code-1440");
        page.locator("[id='meaning:save']").click();
        assertThat(row(page, "307")).containsText("Upplysning");
        assertThat(row(page, "307")).containsText("Ändrad");

        row(page, "307").locator("a").click();
        page.locator("[id='meaning:reset']").click();
        assertThat(row(page, "307")).containsText("Som protokollet");
    }

    @Test
    void aCodeOfOnesOwnIsAddedAndRemoved() {
        Page page = signedIn(390, 844);
        page.navigate(desk.fixpunkt.url() + "/alarms/event-codes?list=scaip-device");
        picture(page, "event-codes-390");
        page.locator("#add").click();
        page.locator("[id='meaning:code']").fill("x");
        page.locator("[id='meaning:save']").click();
        assertThat(page.locator("[id='meaning:codeError']")).containsText("kan inte vara en kod");
        page.locator("[id='meaning:code']").fill("0999");
        page.locator("[id='meaning:about']").selectOption("fall");
        page.locator("[id='meaning:save']").click();
        assertThat(row(page, "0999")).containsText("Egen kod");
        row(page, "0999").locator("a").click();
        accessible(page);
        page.locator("[id='meaning:reset']").click();
        assertThat(row(page, "0999")).hasCount(0);
    }

    private Page signedIn(int width, int height) {
        Page page = chromium.visitor(width, height, width < 640);
        page.navigate(desk.fixpunkt.url() + "/signin/sign-in");
        page.locator("[id='signIn:email']").fill(desk.email("MANAGE_DEVICES"));
        page.locator("[id='signIn:password']").fill(RunningFixpunkt.PASSWORD);
        page.locator("[id='signIn:enter']").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static Locator row(Page page, String code) {
        return page.locator("#codes tbody tr:has(a:text-is('" + code + "'))");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("alarms-" + name + ".png")));
    }

    private static void accessible(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), found, page.url());
    }
}
