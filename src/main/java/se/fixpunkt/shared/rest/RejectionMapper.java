package se.fixpunkt.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.fixpunkt.shared.Rejection;
import se.fixpunkt.shared.Texts;

/** A refusal as problem+json, with its words for people in the language that the page or the client speaks. */
@Provider
@ApplicationScoped
public class RejectionMapper implements ExceptionMapper<Rejection> {
    private static final String LANGUAGE_COOKIE = "lang";

    private final Texts texts;
    private final HttpServletRequest request;

    @Inject
    public RejectionMapper(Texts texts, HttpServletRequest request) {
        this.texts = texts;
        this.request = request;
    }

    @Override
    public Response toResponse(Rejection rejection) {
        String key = "rejection." + rejection.problem();
        return Problem.of(rejection, texts.has(key) ? words(texts.text(language(), key), rejection) : null);
    }

    private static String words(String text, Rejection rejection) {
        String filled = text;
        for (Map.Entry<String, ?> detail : rejection.details().entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return filled;
    }

    private Locale language() {
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
