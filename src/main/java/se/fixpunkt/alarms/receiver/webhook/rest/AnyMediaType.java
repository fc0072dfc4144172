package se.fixpunkt.alarms.receiver.webhook.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

/**
 * Hides what a sender says about types. The server's Jakarta REST answers 400 to a {@code Content-Type} or an {@code Accept} that
 * is not of the form of RFC 9110, before any class of ours is asked, so the alarm would be lost and nobody would know. Here neither
 * decides anything: the body is JSON whatever it is called, and so is the answer.
 */
@WebFilter(urlPatterns = "/api/v1/receivers/webhook/*", asyncSupported = true)
public class AnyMediaType extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String WRITTEN = AnyMediaType.class.getName();
    private static final String CONTENT_TYPE = "Content-Type";

    /**
     * As it was sent, but for the charset: there the server has put the one that it reads pages in ({@code request-character-encoding}).
     * Empty when it was not sent.
     */
    static String contentType(HttpServletRequest request) {
        return Objects.requireNonNullElse((String) request.getAttribute(WRITTEN), "");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(WRITTEN, request.getHeader(CONTENT_TYPE));
        chain.doFilter(new Untyped(request), response);
    }

    private static final class Untyped extends HttpServletRequestWrapper {
        private static final String BYTES = "application/octet-stream";

        Untyped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return BYTES;
        }

        @Override
        public String getHeader(String name) {
            return isOfTypes(name) ? shown(name) : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isOfTypes(name) ? Collections.enumeration(List.of(shown(name))) : super.getHeaders(name);
        }

        private static boolean isOfTypes(String name) {
            return CONTENT_TYPE.equalsIgnoreCase(name) || "Accept".equalsIgnoreCase(name);
        }

        private static String shown(String name) {
            return CONTENT_TYPE.equalsIgnoreCase(name) ? BYTES : "*/*";
        }
    }
}
