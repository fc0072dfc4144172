package se.fixpunkt.projects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Accessibility;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.projects.ProjectFixture.Somebody;

class ProjectPagesBrowserIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();
    private static Chromium chromium;

    private final ProjectFixture fixture = new ProjectFixture(FIXPUNKT);

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
    void administratorOpensAProjectAndInvitesSomebodyWhoJoins() {
        Somebody opener = fixture.opener();
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/projects/list");
        look(page, "projects-empty");
        page.locator(".empty a.btn.primary").click();
        look(page, "project-new");
        page.locator("#newProject\\:name").fill("Bron över <Åby> & ån");
        page.locator("#newProject\\:create").click();
        assertThat(page.locator("h1")).hasText("Bron över <Åby> & ån");
        look(page, "project");

        page.locator("a[href*='/projects/members']").first().click();
        page.locator("[data-dialog=inviteDialog]").click();
        String email = ProjectFixture.newEmail();
        page.locator("#inviteEmail").fill(email);
        page.locator("#inviteParty").fill("Åby Schakt AB");
        page.locator("#inviteRole").selectOption("editor");
        look(page, "invite");
        Instant before = Instant.now();
        page.locator("#inviteForm button[type=submit]").click();
        assertThat(page.locator("#invitations")).containsText(email);
        look(page, "members");

        Page newcomer = chromium.phone();
        newcomer.navigate("/projects/invitation?token=" + fixture.tokenIn(email, before));
        assertThat(newcomer.locator("main")).containsText("Bron över <Åby> & ån");
        look(newcomer, "invitation-phone");
        newcomer.locator("#newcomer\\:name").fill("Nils Öberg");
        newcomer.locator("#newcomer\\:password").fill("kort");
        newcomer.locator("#newcomer\\:join").click();
        assertThat(newcomer.locator(".banner.red")).isVisible();
        newcomer.locator("#newcomer\\:password").fill("en mening som ingen gissar");
        newcomer.locator("#newcomer\\:join").click();
        assertThat(newcomer.locator("h1")).hasText("Välkommen");
        look(newcomer, "invitation-welcome-phone");
        Visitor.signIn(newcomer, email, "en mening som ingen gissar", "/projects/list");
        look(newcomer, "projects-phone");

        page.reload();
        Locator row = page.locator("#members tr[data-name='Nils Öberg']");
        assertThat(row).containsText("Åby Schakt AB");
        row.locator("select").selectOption("member");
        assertThat(page.locator(".toast.green")).isVisible();
        row.locator("[data-remove-member]").click();
        look(page, "member-remove");
        page.locator("#removeSure").click();
        assertThat(page.locator("#members tr[data-name='Nils Öberg']")).hasCount(0);
        newcomer.reload();
        assertThat(newcomer.locator(".empty")).isVisible();
    }

    @Test
    void lastAdministratorIsToldWhatToDo() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Ensam");
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/projects/members?project=" + project);
        page.locator("#members select").selectOption("member");
        assertThat(page.locator(".toast.red")).containsText("minst en administratör");
        assertThat(page.locator("#members select")).hasValue("administrator");
    }

    @Test
    void rolesAreAdjustedBoxByBox() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Roller");
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/projects/roles?project=" + project);
        look(page, "roles");
        Locator box = page.locator("input[data-role=member][data-permission=EDIT_BILLS]");
        assertThat(box).not().isChecked();
        assertThat(page.locator("input[data-role=member][data-permission=READ]"))
                .isDisabled();
        saved(page, box::check);
        saved(page, box::uncheck);
        saved(page, box::check);
        page.reload();
        assertThat(page.locator("input[data-role=member][data-permission=EDIT_BILLS]"))
                .isChecked();
        Page phone = Visitor.signIn(chromium.phone(), opener.email(), "/projects/roles?project=" + project);
        look(phone, "roles-phone");
    }

    /** A toast is gone after six seconds, so they are not counted. */
    private static void saved(Page page, Runnable change) {
        assertEquals(200, page.waitForResponse("**/roles/member", change).status());
        assertThat(page.locator(".toast.green").last()).isVisible();
    }

    @Test
    void projectsThatDemandACodeAreLockedAndLeadToTheCode() {
        Somebody opener = fixture.opener();
        Somebody member = fixture.person();
        String project = fixture.open(opener, "Hemliga bron");
        fixture.join(opener, project, member, "member");
        Page page = Visitor.signIn(chromium.desk(), member.email(), "/projects/project?id=" + project);
        assertThat(page.locator("h1")).hasText("Hemliga bron");
        opener.api()
                .patch("projects/" + project, Map.of("twoFactorRequired", true))
                .expect(200);
        page.navigate("/projects/list");
        assertThat(page.locator(".tag.amber")).isVisible();
        look(page, "projects-locked");
        page.locator("td a").first().click();
        page.waitForURL("**/signin/code**");
    }

    @Test
    void settingsAreSaved() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Gammalt");
        Page page = Visitor.signIn(chromium.desk(), opener.email(), "/projects/settings?id=" + project);
        look(page, "project-settings");
        page.locator("#settings\\:name").fill("Nytt");
        page.locator("#settings\\:save").click();
        assertThat(page.locator("h1")).hasText("Nytt");
        assertThat(page.locator(".banner.green")).isVisible();
    }

    @Test
    void strangerFindsNothingThere() {
        String project = fixture.open(fixture.opener(), "Hemligt");
        Page page = Visitor.signIn(chromium.desk(), fixture.opener().email(), "/projects/list");
        for (String address : List.of("project?id=", "members?project=", "roles?project=", "settings?id=")) {
            Response answer = page.navigate("/projects/" + address + project);
            assertEquals(404, answer.status(), address);
            assertThat(page.locator("body")).not().containsText("Hemligt");
        }
    }

    @Test
    void linkThatIsNoGoodSaysWhatToDo() {
        Page page = chromium.desk();
        page.navigate("/projects/invitation?token=nonsense");
        assertThat(page.locator("h1")).hasText("Inbjudan går inte att använda");
        look(page, "invitation-spent");
    }

    private static void look(Page page, String name) {
        Visitor.picture(page, name);
        Accessibility.check(page);
    }
}
