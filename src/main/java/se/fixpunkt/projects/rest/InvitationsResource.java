package se.fixpunkt.projects.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import se.fixpunkt.projects.Invitation;
import se.fixpunkt.projects.InvitationId;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.EmailAddress;

/** Invitations as the project's administrator handles them. */
@Path("projects/{project}/invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    private final Invitations invitations;

    @Inject
    public InvitationsResource(Invitations invitations) {
        this.invitations = invitations;
    }

    public record Wish(String email, String role, String party) {}

    public record Line(
            String id,
            String email,
            String role,
            String party,
            String state,
            String invitedBy,
            Instant invitedAt,
            Instant expiresAt) {
        static Line of(Invitation invitation) {
            return new Line(
                    invitation.id().toString(),
                    invitation.email(),
                    invitation.role().word(),
                    invitation.party(),
                    invitation.state().name().toLowerCase(Locale.ROOT),
                    invitation.invitedBy(),
                    invitation.invitedAt(),
                    invitation.expiresAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(@PathParam("project") String project, Wish wish, @Context UriInfo uri) {
        ProjectId id = PathId.of(project, ProjectId::new);
        Invitation invitation = invitations.invite(
                id, new EmailAddress(Body.required(wish).email()), Body.role(wish.role()), wish.party());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(invitation.id().toString())
                        .build())
                .entity(Line.of(invitation))
                .build();
    }

    @GET
    public Page<Line> list(
            @PathParam("project") String project,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return invitations
                .of(PathId.of(project, ProjectId::new), after, Page.limit(limit))
                .map(Line::of);
    }

    @DELETE
    @Path("{invitation}")
    public void revoke(@PathParam("project") String project, @PathParam("invitation") String invitation) {
        invitations.revoke(PathId.of(project, ProjectId::new), PathId.of(invitation, InvitationId::new));
    }

    @POST
    @Path("{invitation}/resend")
    public Line resend(@PathParam("project") String project, @PathParam("invitation") String invitation) {
        return Line.of(
                invitations.resend(PathId.of(project, ProjectId::new), PathId.of(invitation, InvitationId::new)));
    }
}
