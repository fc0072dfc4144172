package se.fixpunkt.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import se.fixpunkt.shared.Texts;

/** Whom the answer to the request at hand is for. */
@ApplicationScoped
public class Reader {
    private static final String LANGUAGE_COOKIE = "lang";

    private final HttpServletRequest request;

    @Inject
    public Reader(HttpServletRequest request) {
        this.request = request;
    }

    /** The language that the page or the client speaks; Swedish when neither says. */
    public Locale language() {
        Cookie[] cookies = request.getCookies();
        return Texts.language(Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElseGet(() -> request.getHeader("Accept-Language") == null
                        ? ""
                        : request.getLocale().toLanguageTag()));
    }
}
