package se.fixpunkt.shared.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import se.fixpunkt.shared.Texts;

/**
 * The page's language and theme, from two cookies that hold nothing else: {@code lang} and {@code theme}. Without
 * them the browser decides. Asks no database, so that error pages can be made when there is none.
 */
@Named("shell")
@RequestScoped
public class ShellView {
    static final String LANGUAGE_COOKIE = "lang";
    static final String THEME_COOKIE = "theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final String contextPath;
    private final Locale locale;
    private final String theme;

    @Inject
    ShellView(HttpServletRequest request) {
        this.contextPath = request.getContextPath();
        this.locale = Texts.language(cookie(request, LANGUAGE_COOKIE, accepted(request)));
        String asked = cookie(request, THEME_COOKIE, "");
        this.theme = THEMES.contains(asked) ? asked : "";
    }

    public Locale getLocale() {
        return locale;
    }

    /** {@code sv} or {@code en}. */
    public String getLanguage() {
        return locale.getLanguage();
    }

    /** {@code light}, {@code dark}, or empty: as the system says. */
    public String getTheme() {
        return theme;
    }

    /** Where the font is that every page needs at once. The style sheet names it relative to itself, hence no version. */
    public String getFontUrl() {
        return contextPath + "/jakarta.faces.resource/fonts/inter-latin-wght-normal.woff2";
    }

    private static String accepted(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? ""
                : request.getLocale().toLanguageTag();
    }

    private static String cookie(HttpServletRequest request, String name, String otherwise) {
        return request.getCookies() == null
                ? otherwise
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(otherwise);
    }
}
