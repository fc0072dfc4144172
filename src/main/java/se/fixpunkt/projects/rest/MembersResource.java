package se.fixpunkt.projects.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import se.fixpunkt.projects.Member;
import se.fixpunkt.projects.MemberId;
import se.fixpunkt.projects.Members;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Page;

/** Who is in a project. */
@Path("projects/{project}/members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MembersResource {
    private final Members members;

    @Inject
    public MembersResource(Members members) {
        this.members = members;
    }

    public record NewRole(String role) {}

    public record Line(
            String id, String person, String name, String email, String role, String party, Instant joinedAt) {
        static Line of(Member member) {
            return new Line(
                    member.id().toString(),
                    member.person().toString(),
                    member.name(),
                    member.email(),
                    member.role().word(),
                    member.party(),
                    member.joinedAt());
        }
    }

    @GET
    public Page<Line> list(
            @PathParam("project") String project,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return members.of(PathId.of(project, ProjectId::new), after, Page.limit(limit))
                .map(Line::of);
    }

    @PATCH
    @Path("{member}")
    public Line changeRole(@PathParam("project") String project, @PathParam("member") String member, NewRole wish) {
        return Line.of(members.changeRole(
                PathId.of(project, ProjectId::new),
                PathId.of(member, MemberId::new),
                Body.role(Body.required(wish).role())));
    }

    @DELETE
    @Path("{member}")
    public void remove(@PathParam("project") String project, @PathParam("member") String member) {
        members.remove(PathId.of(project, ProjectId::new), PathId.of(member, MemberId::new));
    }
}
