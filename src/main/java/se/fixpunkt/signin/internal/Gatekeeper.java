package se.fixpunkt.signin.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.web.NetworkAddress;
import se.fixpunkt.shared.web.SecurityHeaders;
import se.fixpunkt.signin.CookieNames;
import se.fixpunkt.signin.SignIn;

/**
 * The one gate that every request passes, page or REST, cookie or bearer token. An alternative with a priority, so that
 * no mechanism of the server's (MicroProfile JWT among them) is chosen instead.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
class Gatekeeper implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(Gatekeeper.class.getName());

    private final SessionGate gate;
    private final SignIn signIn;
    private final SameOrigin sameOrigin;
    private final NetworkAddress addresses;
    private final Visit visit;

    @Inject
    Gatekeeper(SessionGate gate, SignIn signIn, SameOrigin sameOrigin, NetworkAddress addresses, Visit visit) {
        this.gate = gate;
        this.signIn = signIn;
        this.sameOrigin = sameOrigin;
        this.addresses = addresses;
        this.visit = visit;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        SecurityHeaders.put(request, response);
        visit.cameFrom(addresses.of(request), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
        Asked asked = Asked.by(request);
        CookieNames cookies = signIn.cookies();
        Optional<Credentials> credentials = Credentials.of(request, cookies.session());
        boolean byCookie = credentials.map(Credentials::byCookie).orElse(false);
        if (byCookie && !sameOrigin.mayChange(request, asked.rest())) {
            return Refusals.foreign(asked, response);
        }
        Optional<StoredSession> session = credentials.flatMap(gate::enter);
        if (session.isPresent()) {
            see(session.get());
            return context.notifyContainerAboutLogin(session.get().person().toString(), Set.of());
        }
        if (byCookie) {
            response.addCookie(forgotten(cookies));
        }
        return asked.isOpen() ? context.doNothing() : Refusals.stranger(asked, request, response);
    }

    /** Takes back a cookie that is worth nothing any more. */
    private static Cookie forgotten(CookieNames cookies) {
        Cookie cookie = new Cookie(cookies.session(), "");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(cookies.secure());
        cookie.setMaxAge(0);
        return cookie;
    }

    /** Best effort: a request must not fail because nobody could note that it came. */
    private void see(StoredSession session) {
        if (!gate.isDueToBeSeen(session)) {
            return;
        }
        try {
            gate.see(session);
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, "a session's last use was not noted", failure);
        }
    }
}
