package se.fixpunkt.signin.internal;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How the gate says no: to programs as problem+json, to people by leading them to the sign-in page. */
final class Refusals {
    private static final String SIGN_IN = "/signin/sign-in";

    private Refusals() {}

    /** Nobody is signed in, or no longer. */
    static AuthenticationStatus stranger(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked.rest()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            return problem(response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
        }
        String target = request.getContextPath() + SIGN_IN + returnTo(request);
        response.setHeader("Cache-Control", "no-store");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return write(
                    response,
                    HttpServletResponse.SC_OK,
                    "text/xml",
                    "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + target
                            + "\"/></partial-response>");
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** A page of somebody else's tries to act in the person's name. */
    static AuthenticationStatus foreign(Asked asked, HttpServletResponse response) {
        return problem(
                response, HttpServletResponse.SC_FORBIDDEN, asked.rest() ? "csrf-header-missing" : "foreign-origin");
    }

    /** Where to go on afterwards: the page, if it was one that can be asked for again. */
    private static String returnTo(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getRequestURI().equals(request.getContextPath() + "/")) {
            return "";
        }
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    private static AuthenticationStatus problem(HttpServletResponse response, int status, String problem) {
        return write(
                response,
                status,
                "application/problem+json",
                "{\"type\":\"urn:fixpunkt:problem:" + problem + "\",\"title\":\"" + problem.replace('-', ' ')
                        + "\",\"status\":" + status + "}");
    }

    private static AuthenticationStatus write(HttpServletResponse response, int status, String type, String body) {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(body);
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
