package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a browser was sent here by one of our own pages. {@code SameSite=Lax} keeps most strangers out already; this
 * keeps out the rest, such as a page on another port of the same host.
 */
@ApplicationScoped
class SameOrigin {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String REST_HEADER = "X-Fixpunkt-CSRF";

    private final String ownAuthority;

    @Inject
    SameOrigin(@ConfigProperty(name = "FIXPUNKT_BASE_URL", defaultValue = "http://localhost:8080") String baseUrl) {
        this.ownAuthority = URI.create(baseUrl).getAuthority();
    }

    /** Whether a request that carries a cookie may change something. */
    boolean mayChange(HttpServletRequest request, boolean rest) {
        if (SAFE.contains(request.getMethod())) {
            return true;
        }
        if (rest && !"1".equals(request.getHeader(REST_HEADER))) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || isOurs(origin, request.getHeader("Host"));
    }

    private boolean isOurs(String origin, String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        String authority = origin.substring(scheme + "://".length());
        return authority.equalsIgnoreCase(host) || authority.equalsIgnoreCase(ownAuthority);
    }
}
