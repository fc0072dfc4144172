package se.fixpunkt.shared.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.Pictures;
import se.fixpunkt.harness.RunningFixpunkt;

/** The page of all components, and what every page does before anybody has signed in. */
class ShellBrowserIT {
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(RunningFixpunkt.get().url());
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void noScriptFailedAndThePolicyRefusedNothing() {
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void theComponentsLookAsTheyDidAtADesk() {
        Page page = chromium.desk();
        page.navigate("/help/components");
        Pictures.compare(page, "components-1440");
    }

    @Test
    void theComponentsLookAsTheyDidOnAPhone() {
        Page page = chromium.phone();
        page.navigate("/help/components");
        Pictures.compare(page, "components-390");
    }

    @Test
    void axeFindsNothingOnTheComponents() {
        for (Page page : List.of(chromium.desk(), chromium.phone())) {
            page.navigate("/help/components");
            Accessibility.check(page);
        }
    }

    @Test
    void axeFindsNothingWhereThereIsNothing() {
        Page page = chromium.desk();
        Response response = page.navigate("/help/there-is-nothing");
        assertEquals(404, response.status());
        assertThat(page.locator("h1")).hasText("Här finns ingenting");
        Accessibility.check(page);
    }

    @Test
    void theLanguageIsChosenByALinkAndRemembered() {
        Page page = chromium.desk();
        page.navigate("/help/components?sample=1");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertTrue(page.url().endsWith("/help/components?sample=1"), page.url());
        page.navigate("/help/there-is-nothing");
        assertThat(page.locator("h1")).hasText("There is nothing here");
    }

    @Test
    void theThemeIsRememberedByTheServer() {
        Page page = chromium.desk();
        page.navigate("/help/there-is-nothing");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mörkt"))
                .click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        String served = page.context().request().get("/help/components").text();
        assertTrue(served.contains("<html lang=\"sv\" data-theme=\"dark\""), served.substring(0, 200));
    }

    @Test
    void aPageBeforeSignInMakesNoSession() {
        Page page = chromium.desk();
        page.navigate("/help/components");
        assertTrue(
                page.context().cookies().stream().noneMatch(cookie -> cookie.name.contains("SESSION")),
                () -> page.context().cookies().toString());
    }

    @Test
    void pagesAreNeverKeptAndResourcesAre() {
        Page page = chromium.desk();
        Response response = page.navigate("/help/components");
        assertEquals("no-store", response.headerValue("Cache-Control"));
        String policy = response.headerValue("Content-Security-Policy");
        assertTrue(
                policy.contains("script-src 'self' 'nonce-") && !policy.contains("script-src 'self' 'unsafe"), policy);
        String style = page.locator("link[rel=stylesheet][href*='tokens.css']").getAttribute("href");
        assertTrue(style.contains("?v="), style);
        assertTrue(page.context()
                .request()
                .get(style)
                .headers()
                .get("cache-control")
                .contains("max-age=31536000"));
    }
}
