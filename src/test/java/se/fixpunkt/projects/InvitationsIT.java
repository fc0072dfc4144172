package se.fixpunkt.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.projects.ProjectFixture.Somebody;

class InvitationsIT {
    private static final Map<String, String> NEWCOMER =
            Map.of("name", "Ny Person", "password", "en mening som ingen gissar");

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final ProjectFixture fixture = new ProjectFixture(fixpunkt);
    private final Somebody opener = fixture.opener();
    private final String project = fixture.open(opener, "Inbjudet");

    @Test
    void newcomerBecomesAPersonAndAMember() {
        String email = ProjectFixture.newEmail();
        String token = fixture.invite(opener, project, email, "subcontractor");
        JsonObject offer =
                fixpunkt.api().get("invitations/" + token).expect(200).json();
        assertEquals("Inbjudet", offer.getString("project"));
        assertFalse(offer.getBoolean("known"));
        accept(fixpunkt.api(), token).expect(200);
        Api newcomer = fixpunkt.api().signIn(email, NEWCOMER.get("password"));
        assertEquals(
                "subcontractor",
                newcomer.get("projects/" + project).expect(200).json().getString("role"));
    }

    @Test
    void tokenIsUsedOnceHoweverManyTryAtOnce() throws Exception {
        String token = fixture.invite(opener, project, ProjectFixture.newEmail(), "member");
        Callable<Integer> attempt = () -> accept(fixpunkt.api(), token).status();
        List<Integer> answers = Parallel.all(Collections.nCopies(5, attempt));
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(4, Collections.frequency(answers, 410), answers.toString());
        assertEquals(
                "1",
                fixpunkt.sql(
                                "SELECT COUNT(*) AS n FROM project_member WHERE project_id = ? AND role = 'MEMBER'",
                                project)
                        .get(0)
                        .get("n"));
    }

    @Test
    void existingPersonAcceptsSignedInWithoutABody() {
        Somebody known = fixture.person();
        String token = fixture.invite(opener, project, known.email(), "editor");
        assertEquals(
                401,
                fixpunkt.api().post("invitations/" + token + "/accept", null).status());
        known.api().post("invitations/" + token + "/accept", null).expect(200);
        assertEquals("editor", known.api().get("projects/" + project).json().getString("role"));
    }

    @Test
    void nobodyElseUsesTheLink() {
        Somebody known = fixture.person();
        String token = fixture.invite(opener, project, known.email(), "administrator");
        Somebody thief = fixture.person();
        assertEquals(
                "invitation-for-another",
                thief.api()
                        .post("invitations/" + token + "/accept", null)
                        .expect(403)
                        .problem());
        assertEquals(409, accept(fixpunkt.api(), token).status());
        thief.api().get("projects/" + project).expect(404);
    }

    @Test
    void linkThatWasSentAgainReplacesTheOld() {
        String email = ProjectFixture.newEmail();
        String old = fixture.invite(opener, project, email, "member");
        Instant before = Instant.now();
        opener.api()
                .post("projects/" + project + "/invitations/" + invitation(email) + "/resend", null)
                .expect(200);
        String fresh = fixture.tokenIn(email, before);
        accept(fixpunkt.api(), old).expect(404);
        accept(fixpunkt.api(), fresh).expect(200);
    }

    @Test
    void revokedAndExpiredLinksAreGone() {
        String revoked = ProjectFixture.newEmail();
        String token = fixture.invite(opener, project, revoked, "member");
        String path = "projects/" + project + "/invitations/" + invitation(revoked);
        opener.api().delete(path).expect(204);
        opener.api().delete(path).expect(204);
        assertEquals("revoked", accept(fixpunkt.api(), token).expect(410).json().getString("state"));
        opener.api().post(path + "/resend", null).expect(410);

        String expired = ProjectFixture.newEmail();
        String late = fixture.invite(opener, project, expired, "member");
        fixpunkt.sql("UPDATE project_invitation SET expires_at = UTC_TIMESTAMP(6) WHERE id = ?", invitation(expired));
        assertEquals("expired", accept(fixpunkt.api(), late).expect(410).json().getString("state"));
    }

    @Test
    void weakPasswordLeavesTheInvitationGood() {
        String token = fixture.invite(opener, project, ProjectFixture.newEmail(), "member");
        fixpunkt.api()
                .post("invitations/" + token + "/accept", Map.of("name", "Ny", "password", "kort"))
                .expect(422);
        accept(fixpunkt.api(), token).expect(200);
    }

    @Test
    void oneWaitingInvitationPerAddress() {
        String email = ProjectFixture.newEmail();
        fixture.invite(opener, project, email, "member");
        assertEquals(
                "already-invited",
                invite(email.toUpperCase(java.util.Locale.ROOT), "member")
                        .expect(409)
                        .problem());
        assertEquals(
                "already-member", invite(opener.email(), "member").expect(409).problem());
    }

    @Test
    void oneWaitingInvitationPerAddressHoweverManyInviteAtOnce() throws Exception {
        String email = ProjectFixture.newEmail();
        Callable<Integer> attempt = () -> invite(email, "member").status();
        List<Integer> answers = Parallel.all(Collections.nCopies(5, attempt));
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(4, Collections.frequency(answers, 409), answers.toString());
    }

    @Test
    void addressIsFreeAgainWhenItsInvitationWasRevoked() {
        String email = ProjectFixture.newEmail();
        fixture.invite(opener, project, email, "member");
        opener.api()
                .delete("projects/" + project + "/invitations/" + invitation(email))
                .expect(204);
        invite(email, "member").expect(201);
    }

    @Test
    void invitationOfAnEarlierReleaseIsAsGoodAsANewOne() {
        String email = ProjectFixture.newEmail();
        String token = fixture.invite(opener, project, email, "member");
        fixpunkt.sql(
                "UPDATE project_invitation SET email = ?, open_email = ?, invited_by_name = 'Ida Inbjudare',"
                        + " sealed_email = NULL, open_email_hash = NULL, sealed_inviter = NULL WHERE id = ?",
                email,
                email,
                invitation(email));
        assertEquals("already-invited", invite(email, "member").expect(409).problem());
        JsonObject offer =
                fixpunkt.api().get("invitations/" + token).expect(200).json();
        assertEquals(email, offer.getString("email"));
        accept(fixpunkt.api(), token).expect(200);
        fixpunkt.api().signIn(email, NEWCOMER.get("password"));
    }

    @Test
    void nonsenseIsRefused() {
        invite("no address", "member").expect(422);
        invite("a@test.test\r\nBcc: b@test.test", "member").expect(422);
        invite(ProjectFixture.newEmail(), "king").expect(422);
        fixpunkt.api().get("invitations/" + "x".repeat(3000)).expect(404);
        accept(fixpunkt.api(), "AAAAAAAAAAAAAAAAAAAAAA").expect(404);
    }

    @Test
    void databaseKnowsOnlyTheTokensFingerprint() {
        String email = ProjectFixture.newEmail();
        String token = fixture.invite(opener, project, email, "member");
        Map<String, String> row = fixpunkt.sql("SELECT * FROM project_invitation WHERE id = ?", invitation(email))
                .get(0);
        assertFalse(row.toString().contains(token));
        assertTrue(fixpunkt.sql("SELECT id FROM journal WHERE after_values LIKE ?", "%" + token + "%")
                .isEmpty());
    }

    private Api.Answer invite(String email, String role) {
        return opener.api().post("projects/" + project + "/invitations", Map.of("email", email, "role", role));
    }

    private static Api.Answer accept(Api api, String token) {
        return api.post("invitations/" + token + "/accept", NEWCOMER);
    }

    private String invitation(String email) {
        return opener.api().get("projects/" + project + "/invitations").items().stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("email").equals(email))
                .map(item -> item.getString("id"))
                .findFirst()
                .orElseThrow();
    }
}
