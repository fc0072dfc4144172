package se.fixpunkt.projects.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import se.fixpunkt.projects.InvitationOffer;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PersonName;

/** An invitation as whoever holds its token sees it. */
@Path("invitations/{token}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {
    /** Read by hand, because the server's own reader refuses a body that is empty. */
    private static final Jsonb JSON = JsonbBuilder.create();

    private final Invitations invitations;

    @Inject
    public InvitationResource(Invitations invitations) {
        this.invitations = invitations;
    }

    /** A newcomer's; people who exist send nothing. */
    public record Newcomer(String name, String password, String language) {}

    public record Joined(String project) {
        static Joined in(ProjectId project) {
            return new Joined(project.toString());
        }
    }

    public record Offer(
            String project,
            String invitedBy,
            String email,
            String role,
            String party,
            Instant expiresAt,
            boolean known) {
        static Offer of(InvitationOffer offer) {
            return new Offer(
                    offer.projectName(),
                    offer.invitedBy(),
                    offer.email(),
                    offer.role().word(),
                    offer.party(),
                    offer.expiresAt(),
                    offer.known());
        }
    }

    @GET
    public Offer offer(@PathParam("token") String token) {
        return Offer.of(invitations.offer(token));
    }

    /** @param body a newcomer's name and password; empty, or an empty object, from people who are signed in */
    @POST
    @Path("accept")
    public Joined accept(@PathParam("token") String token, String body) {
        Newcomer newcomer = body == null || body.isBlank() ? null : JSON.fromJson(body, Newcomer.class);
        if (newcomer == null || (newcomer.name() == null && newcomer.password() == null)) {
            return Joined.in(invitations.accept(token));
        }
        invitations.offer(token);
        return Joined.in(invitations.acceptAsNewcomer(
                token,
                new PersonName(newcomer.name()),
                Language.of(newcomer.language()),
                new Password(newcomer.password())));
    }
}
