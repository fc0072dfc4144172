package se.fixpunkt.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.projects.Visitor;

class StatusPageBrowserIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();
    private static Chromium chromium;

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
    void showsNodesAndWhatIsNotConfigured() {
        Page page = visit(chromium.desk(), "sv");
        assertThat(page.locator("#nodes tbody tr").first()).containsText("Redo");
        assertThat(page.locator("#databases")).containsText("Ensam databas");
        assertThat(page.locator("#receivers")).containsText("Lyssnar");
        assertThat(page.locator("#backup")).containsText("FIXPUNKT_BACKUP_STATUS");
        assertThat(page.locator("#blindSpots")).containsText("Ingen säkerhetskopiering är inställd");
        assertThat(page.locator("#status")).not().containsText("Allt är i ordning");
        Accessibility.check(page);
        Visitor.picture(page, "operations-desk");
    }

    @Test
    void isReadableOnAPhoneAndInEnglish() {
        Page page = visit(chromium.phone(), "en");
        assertThat(page.locator("h1")).hasText("Operations status");
        assertThat(page.locator("#nodes tbody tr").first()).containsText("Ready");
        assertThat(page.locator("#blindSpots")).containsText("No backup is set up");
        Accessibility.check(page);
        Visitor.picture(page, "operations-phone");
    }

    @Test
    void keepsItselfUpToDate() {
        Page page = visit(chromium.desk(), "sv");
        assertThat(page.locator("#statusLive")).hasText("Aktuell");
        String name = "dead-" + UUID.randomUUID();
        FIXPUNKT.sql(
                """
                INSERT INTO node (name, instance, version, started_at, seen_at, beat, ready, stopped_at, report)
                VALUES (?, ?, '0.9', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, 7, TRUE,
                    NULL, '{}')
                """,
                name,
                UUID.randomUUID().toString());
        try {
            assertThat(page.locator("#nodes")).containsText(name);
            assertThat(page.locator("#nodes tr")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name)))
                    .containsText("Tyst");
            assertThat(page.locator(".concerns")).containsText(name);
            Visitor.picture(page, "operations-concern");
        } finally {
            FIXPUNKT.sql("DELETE FROM node WHERE name = ?", name);
        }
        assertThat(page.locator("#nodes")).not().containsText(name);
    }

    /** Somebody of his own, because a choice of language is remembered. */
    private static Page visit(Page page, String language) {
        String email = "p" + UUID.randomUUID() + "@test.test";
        FIXPUNKT.administrator()
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Drift",
                                "language",
                                language,
                                "password",
                                RunningFixpunkt.PASSWORD,
                                "rights",
                                List.of("WATCH_OPERATIONS")))
                .expect(201);
        return Visitor.signIn(page, email, "/operations/status?language=" + language);
    }
}
