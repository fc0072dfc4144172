package se.fixpunkt.signin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.SignIn;
import se.fixpunkt.signin.SignInAnswer;
import se.fixpunkt.signin.SignInAnswer.CodeDemanded;
import se.fixpunkt.signin.SignInAnswer.Granted;
import se.fixpunkt.users.Password;

/** How a program signs in for a person. Gives an access token and sets no cookie. */
@Path("sign-in")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {
    private static final String MAIL = "mail";

    private final SignIn signIn;

    @Inject
    public SignInResource(SignIn signIn) {
        this.signIn = signIn;
    }

    public record Claim(String email, String password) {
        /** Without the password, should anything print it. */
        @Override
        public String toString() {
            return "Claim[" + email + "]";
        }
    }

    public record Proof(String factor, String code) {
        @Override
        public String toString() {
            return "Proof[" + factor + "]";
        }
    }

    /** @param expiresIn seconds */
    public record Admitted(String accessToken, long expiresIn) {
        static Admitted by(Granted granted) {
            return new Admitted(granted.token().value(), granted.expiresIn().toSeconds());
        }
    }

    public record Awaited(String attempt, List<String> factors) {}

    @POST
    public Response signIn(Claim claim) {
        if (claim == null) {
            throw new InvalidValue("body", "required");
        }
        SignInAnswer answer = signIn.signIn(claim.email(), new Password(claim.password()), SessionKind.ACCESS);
        if (answer instanceof CodeDemanded demanded) {
            return Response.accepted(new Awaited(demanded.attempt().value(), demanded.factors()))
                    .build();
        }
        return Response.ok(Admitted.by((Granted) answer)).build();
    }

    @POST
    @Path("{attempt}/code")
    public Admitted confirm(@PathParam("attempt") String attempt, Proof proof) {
        if (proof == null) {
            throw new InvalidValue("body", "required");
        }
        if (proof.factor() != null && !proof.factor().equals(MAIL)) {
            throw new InvalidValue("factor", "unknown");
        }
        return Admitted.by(signIn.confirm(new AttemptToken(attempt), proof.code(), SessionKind.ACCESS));
    }
}
