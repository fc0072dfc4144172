package se.fixpunkt.signin.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * What a request asks for.
 *
 * @param path below the context root, decoded
 * @param rest whether it is a call to the outer contract and not a page
 */
record Asked(String path, boolean rest) {

    static Asked by(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
        return new Asked(path, path.equals("/api") || path.startsWith("/api/"));
    }

    boolean isOpen() {
        return PublicPaths.include(path);
    }
}
