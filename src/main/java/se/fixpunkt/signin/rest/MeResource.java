package se.fixpunkt.signin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.signin.IssuedToken;
import se.fixpunkt.signin.Session;
import se.fixpunkt.signin.SessionId;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.Sessions;
import se.fixpunkt.signin.Tokens;
import se.fixpunkt.users.Organisation;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;
import se.fixpunkt.users.Self;

/** Who the caller is, where else he is signed in, and his personal access tokens. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Self self;
    private final Caller caller;
    private final Sessions sessions;
    private final Tokens tokens;

    @Inject
    public MeResource(Self self, Caller caller, Sessions sessions, Tokens tokens) {
        this.self = self;
        this.caller = caller;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    public record Me(
            String id,
            String email,
            String name,
            String language,
            OrganisationJson organisation,
            List<String> rights,
            boolean secondFactorPassed) {}

    public record OrganisationJson(String id, String name) {
        static OrganisationJson of(Organisation organisation) {
            return new OrganisationJson(organisation.id().toString(), organisation.name());
        }
    }

    public record SessionJson(
            String id,
            String kind,
            String name,
            String address,
            String agent,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt,
            boolean current) {
        static SessionJson of(Session session) {
            return new SessionJson(
                    session.id().toString(),
                    session.kind().name(),
                    session.name().orElse(null),
                    session.address(),
                    session.agent(),
                    session.createdAt(),
                    session.seenAt(),
                    session.expiresAt(),
                    session.current());
        }
    }

    /** @param days how long it lasts; a year when nothing is said */
    public record Wanted(String name, Integer days) {}

    public record TokenJson(String id, String name, String token, Instant expiresAt) {
        static TokenJson of(IssuedToken issued) {
            return new TokenJson(
                    issued.id().toString(), issued.name(), issued.token().value(), issued.expiresAt());
        }
    }

    @GET
    public Me me() {
        Person me = self.me();
        return new Me(
                me.id().toString(),
                me.email().value(),
                me.name(),
                me.language().tag(),
                OrganisationJson.of(self.myOrganisation()),
                me.rights().stream().sorted().map(Right::name).toList(),
                caller.secondFactorPassed());
    }

    @GET
    @Path("sessions")
    public Page<SessionJson> sessions() {
        return new Page<>(sessions.mine().stream().map(SessionJson::of).toList(), null);
    }

    @DELETE
    @Path("sessions/{id}")
    public void end(@PathParam("id") String id) {
        sessions.end(session(id));
    }

    @POST
    @Path("tokens")
    public Response issue(Wanted wanted) {
        if (wanted == null) {
            throw new InvalidValue("body", "required");
        }
        Duration lasts = wanted.days() == null ? SessionKind.PERSONAL.atMost() : Duration.ofDays(wanted.days());
        return Response.status(Response.Status.CREATED)
                .entity(TokenJson.of(tokens.issue(wanted.name(), lasts)))
                .build();
    }

    private static SessionId session(String id) {
        try {
            return new SessionId(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
