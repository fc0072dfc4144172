package se.fixpunkt.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.projects.ProjectFixture.Somebody;

class ProjectsIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final ProjectFixture fixture = new ProjectFixture(fixpunkt);

    @Test
    void openerBecomesTheAdministrator() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Bron över Åby");
        JsonObject seen = opener.api().get("projects/" + project).expect(200).json();
        assertEquals("Bron över Åby", seen.getString("name"));
        assertEquals("administrator", seen.getString("role"));
        assertTrue(opener.api().get("projects").text().contains(project));
    }

    @Test
    void whoeverMayNotOpenProjectsOpensNone() {
        Somebody nobody = fixture.person();
        nobody.api().post("projects", Map.of("name", "Nej")).expect(403);
        assertEquals(0, nobody.api().get("projects").expect(200).items().size());
    }

    @Test
    void nameThatIsNoneIsRefused() {
        Somebody opener = fixture.opener();
        for (String name : List.of("", "  ", "a\u0000b", "x".repeat(201))) {
            assertEquals(
                    "invalid-value",
                    opener.api()
                            .post("projects", Map.of("name", name))
                            .expect(422)
                            .problem());
        }
    }

    @Test
    void strangerGetsTheSameAnswerAsForAProjectThatDoesNotExist() {
        String project = fixture.open(fixture.opener(), "Hemligt");
        Api stranger = fixture.opener().api();
        for (String path : List.of("", "/members", "/roles", "/invitations")) {
            Api.Answer real = stranger.get("projects/" + project + path).expect(404);
            Api.Answer none =
                    stranger.get("projects/" + UUID.randomUUID() + path).expect(404);
            assertEquals(none.text(), real.text());
            assertEquals(none.text(), stranger.get("projects/no-id" + path).text());
        }
        Api.Answer real = stranger.patch("projects/" + project, Map.of("name", "Mitt"));
        assertEquals(404, real.status());
        assertFalse(stranger.get("projects").text().contains(project));
    }

    @Test
    void signedOutGetsNothing() {
        String project = fixture.open(fixture.opener(), "Hemligt");
        fixpunkt.api().get("projects/" + project).expect(401);
        fixpunkt.api().get("projects").expect(401);
    }

    @Test
    void demandingProjectTellsOnlyItsNameWithoutASecondFactor() {
        Somebody opener = fixture.opener();
        Somebody member = fixture.person();
        String project = fixture.open(opener, "Hemliga bron");
        fixture.join(opener, project, member, "member");
        opener.api()
                .patch("projects/" + project, Map.of("twoFactorRequired", true))
                .expect(200);
        for (String path : List.of("", "/members", "/roles", "/invitations")) {
            Api.Answer refused = member.api().get("projects/" + project + path).expect(403);
            assertEquals("second-factor-needed", refused.problem());
            assertFalse(refused.text().contains("Hemliga"));
        }
        JsonObject line = member.api().get("projects").items().getJsonObject(0);
        assertTrue(line.getBoolean("locked"));
        Api confirmed = fixpunkt.api().signIn(member.email(), RunningFixpunkt.PASSWORD);
        confirmed.get("projects/" + project).expect(200);
        assertFalse(confirmed.get("projects").items().getJsonObject(0).getBoolean("locked"));
    }

    @Test
    void changeOfAnOlderVersionIsRefusedWithTheCurrentState() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Ett");
        Api.Answer first = opener.api().get("projects/" + project);
        String version = first.header("ETag").orElseThrow();
        opener.api()
                .patch("projects/" + project, Map.of("name", "Två"), version)
                .expect(200);
        Api.Answer late = opener.api().patch("projects/" + project, Map.of("name", "Tre"), version);
        assertEquals("Två", late.expect(412).json().getJsonObject("current").getString("name"));
    }

    @Test
    void lastAdministratorIsNeitherRemovedNorDemoted() {
        Somebody opener = fixture.opener();
        String project = fixture.open(opener, "Ensam");
        String me = "projects/" + project + "/members/" + fixture.member(opener, project, opener.email());
        assertEquals(
                "last-project-administrator",
                opener.api().patch(me, Map.of("role", "member")).expect(409).problem());
        opener.api().delete(me).expect(409);
        opener.api().get("projects/" + project).expect(200);
    }

    @Test
    void ofTwoAdministratorsWhoDemoteEachOtherAtOnceOneRemains() throws Exception {
        Somebody one = fixture.opener();
        Somebody other = fixture.person();
        String project = fixture.open(one, "Duell");
        String otherId = fixture.join(one, project, other, "administrator");
        String oneId = fixture.member(one, project, one.email());
        List<Integer> answers = Parallel.all(
                List.<Callable<Integer>>of(() -> demote(one, project, otherId), () -> demote(other, project, oneId)));
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(
                "1",
                fixpunkt.sql("SELECT administrators FROM project WHERE id = ?", project)
                        .get(0)
                        .get("administrators"));
    }

    private static int demote(Somebody administrator, String project, String member) {
        return administrator
                .api()
                .patch("projects/" + project + "/members/" + member, Map.of("role", "member"))
                .status();
    }

    @Test
    void removedMemberIsAStrangerOnTheNextRequest() {
        Somebody opener = fixture.opener();
        Somebody member = fixture.person();
        String project = fixture.open(opener, "Ut");
        String id = fixture.join(opener, project, member, "editor");
        member.api().get("projects/" + project).expect(200);
        opener.api().delete("projects/" + project + "/members/" + id).expect(204);
        member.api().get("projects/" + project).expect(404);
    }

    @Test
    void permissionTakenAwayBitesOnTheNextRequest() {
        Somebody opener = fixture.opener();
        Somebody editor = fixture.person();
        String project = fixture.open(opener, "Behörigt");
        fixture.join(opener, project, editor, "editor");
        editor.api().get("journal?project=" + project).expect(200);
        opener.api()
                .put("projects/" + project + "/roles/editor", Map.of("permissions", List.of("READ", "PRICE")))
                .expect(200);
        editor.api().get("journal?project=" + project).expect(403);
        editor.api().get("projects/" + project).expect(200);
    }

    @Test
    void everyRoleReadsAndOnlyAdministratorsAdminister() {
        Somebody opener = fixture.opener();
        String roles = "projects/" + fixture.open(opener, "Fast") + "/roles/";
        Map<String, List<String>> wrong = Map.of(
                "member", List.of("PRICE"),
                "editor", List.of("READ", "ADMINISTER"),
                "administrator", List.of("READ", "PRICE"));
        wrong.forEach((role, permissions) -> assertEquals(
                "permission-fixed",
                opener.api()
                        .put(roles + role, Map.of("permissions", permissions))
                        .expect(422)
                        .problem()));
        opener.api()
                .put(roles + "member", Map.of("permissions", List.of("READ", "FLY")))
                .expect(422);
        opener.api().put(roles + "king", Map.of("permissions", List.of("READ"))).expect(404);
    }

    @Test
    void memberAdministersNothing() {
        Somebody opener = fixture.opener();
        Somebody member = fixture.person();
        String project = fixture.open(opener, "Vanligt");
        String id = fixture.join(opener, project, member, "member");
        String path = "projects/" + project;
        member.api().patch(path, Map.of("name", "Mitt")).expect(403);
        member.api().get(path + "/invitations").expect(403);
        member.api()
                .post(path + "/invitations", Map.of("email", "x@test.test", "role", "member"))
                .expect(403);
        member.api()
                .patch(path + "/members/" + id, Map.of("role", "administrator"))
                .expect(403);
        member.api()
                .put(path + "/roles/member", Map.of("permissions", List.of("READ", "EDIT_BILLS")))
                .expect(403);
        assertEquals(2, member.api().get(path + "/members").items().size());
    }

    @Test
    void memberOfOneProjectCannotBeChangedThroughAnother() {
        Somebody opener = fixture.opener();
        String mine = fixture.open(opener, "Mitt");
        Somebody other = fixture.opener();
        String theirs = fixture.open(other, "Deras");
        String member = fixture.member(other, theirs, other.email());
        opener.api().delete("projects/" + mine + "/members/" + member).expect(404);
    }

    @Test
    void listIsPagedNewestFirst() {
        Somebody opener = fixture.opener();
        List<String> opened =
                List.of(fixture.open(opener, "Ett"), fixture.open(opener, "Två"), fixture.open(opener, "Tre"));
        JsonObject first = opener.api().get("projects?limit=2").expect(200).json();
        assertEquals(opened.get(2), first.getJsonArray("items").getJsonObject(0).getString("id"));
        JsonObject second = opener.api()
                .get("projects?limit=2&after=" + first.getString("next"))
                .expect(200)
                .json();
        assertEquals(
                opened.get(0), second.getJsonArray("items").getJsonObject(0).getString("id"));
        assertTrue(second.isNull("next"));
        opener.api().get("projects?after=nonsense").expect(422);
    }
}
