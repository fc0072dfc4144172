package se.fixpunkt.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.projects.ProjectFixture;
import se.fixpunkt.projects.ProjectFixture.Somebody;
import se.fixpunkt.projects.Visitor;

class JournalPageBrowserIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();
    private static Chromium chromium;

    private final ProjectFixture fixture = new ProjectFixture(FIXPUNKT);
    private final Somebody opener = fixture.opener();
    private final String project = fixture.open(opener, "Gamla namnet");

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start(FIXPUNKT.url());
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void noScriptFailed() {
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void newLinesAppearByThemselvesWithBeforeAndAfter() {
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/audit/journal");
        assertThat(page.locator("#journalLive")).hasText("Direkt");
        assertThat(page.locator("#journalLines tr")).hasCount(1);
        rename("Nya <namnet>");
        Locator newest = page.locator("#journalLines tr").first();
        assertThat(newest).containsText("Projekt ändrat");
        assertThat(newest.locator(".before")).containsText("Gamla namnet");
        assertThat(newest.locator(".after")).containsText("Nya <namnet>");
        opener.api()
                .put(
                        "projects/" + project + "/roles/member",
                        Map.of("permissions", List.of("READ", "PRICE", "EDIT_BILLS")))
                .expect(200);
        assertThat(newest.locator(".after")).containsText("+ Läsa in och ändra förteckningar");
        Visitor.picture(page, "journal");
        Accessibility.check(page);
        newest.locator("[data-subject] a").click();
        assertThat(page.locator("h1")).hasText("Nya <namnet>");
    }

    @Test
    void filterStandsInTheAddress() {
        rename("Ett");
        rename("Två");
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/audit/journal");
        assertThat(page.locator("#journalLines tr")).hasCount(3);
        page.locator("select[name=kind]").selectOption("ProjectOpened");
        assertThat(page.locator("#journalLines tr")).hasCount(1);
        page.reload();
        assertThat(page.locator("#journalLines tr")).hasCount(1);
        page.locator("input[name=text]").fill("finns inte");
        assertThat(page.locator("#journalEmpty")).isVisible();
        Accessibility.check(page);
        Visitor.picture(page, "journal-empty");
        page.locator("[data-clear]").click();
        assertThat(page.locator("#journalLines tr")).hasCount(3);
        page.locator("input[name=from]").fill("2099-01-01T00:00");
        assertThat(page.locator("#journalEmpty")).isVisible();
    }

    @Test
    void fitsAPhone() {
        rename("Nytt");
        Page page = Visitor.signIn(chromium.phone(), opener.email(), "/audit/journal?project=" + project);
        assertThat(page.locator("#journalLines tr")).hasCount(2);
        Visitor.picture(page, "journal-phone");
        Accessibility.check(page);
    }

    @Test
    void whoeverMayReadNoJournalIsToldSo() {
        Page page =
                Visitor.signIn(chromium.desk(), fixture.person("HANDLE_ALARMS").email(), "/audit/journal");
        assertThat(page.locator("h1")).hasText("Det får du inte öppna");
    }

    private void rename(String name) {
        opener.api().patch("projects/" + project, Map.of("name", name)).expect(200);
    }
}
