package se.fixpunkt.shared.faces;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.Profile;
import se.fixpunkt.shared.Texts;

/**
 * {@code ?language=en} on any page: remembers the choice and shows the same page again. A link is enough, signed in or
 * out; the choice is harmless, so it needs no protection against other sites.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PreferenceFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String PARAMETER = "language";

    private final transient Caller caller;
    private final transient Instance<Profile> profile;

    @Inject
    public PreferenceFilter(Caller caller, Instance<Profile> profile) {
        this.caller = caller;
        this.profile = profile;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        boolean chosen = "GET".equals(request.getMethod())
                && query != null
                && query.contains(PARAMETER + "=")
                && !request.getServletPath().startsWith("/api");
        if (!chosen) {
            chain.doFilter(request, response);
            return;
        }
        var language = Texts.language(request.getParameter(PARAMETER));
        Cookie cookie = new Cookie(ShellView.LANGUAGE_COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        if (caller.person().isPresent() && profile.isResolvable()) {
            profile.get().chooseLanguage(language);
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(withoutLanguage(request.getRequestURI(), query));
    }

    /** The same page without the choice; one slash at the front, or a path {@code //elsewhere} would lead there. */
    static String withoutLanguage(String path, String query) {
        String rest = Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
        return path.replaceFirst("^[/\\\\]+", "/") + (rest.isEmpty() ? "" : "?" + rest);
    }
}
