package se.fixpunkt.signin.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.fixpunkt.shared.Rejection;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.signin.AccessToken;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.CookieNames;
import se.fixpunkt.signin.SignIn;

/** The browser at the other end: its cookies, where it is sent, what it is told. */
@RequestScoped
class Browser {
    private static final String LANGUAGE_COOKIE = "lang";
    private static final Duration ATTEMPT_KEPT = Duration.ofMinutes(15);
    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);
    private static final int UNTIL_CLOSED = -1;

    private final CookieNames names;
    private final Texts texts;

    @Inject
    Browser(SignIn signIn, Texts texts) {
        this.names = signIn.cookies();
        this.texts = texts;
    }

    void keep(AccessToken token) {
        add(names.session(), token.value(), UNTIL_CLOSED, names.secure());
        add(names.attempt(), "", 0, names.secure());
    }

    void keep(AttemptToken attempt) {
        add(names.attempt(), attempt.value(), (int) ATTEMPT_KEPT.toSeconds(), names.secure());
    }

    void forgetAttempt() {
        add(names.attempt(), "", 0, names.secure());
    }

    /** So that the pages from here on are in the person's own language. */
    void speak(Locale language) {
        add(LANGUAGE_COOKIE, language.getLanguage(), (int) LANGUAGE_KEPT.toSeconds(), names.secure());
    }

    Optional<AttemptToken> attempt() {
        Cookie cookie = (Cookie) external().getRequestCookieMap().get(names.attempt());
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(AttemptToken::new);
    }

    void go(LocalPath path) {
        redirect(path.value());
    }

    /** To another of these pages, which then knows where the way ends. */
    void go(String page, LocalPath afterwards) {
        redirect(external().getRequestContextPath()
                + page
                + (afterwards.isStart()
                        ? ""
                        : (page.contains("?") ? "&" : "?") + "to="
                                + URLEncoder.encode(afterwards.value(), StandardCharsets.UTF_8)));
    }

    void tell(Rejection rejection) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Locale language = faces.getViewRoot().getLocale();
        String text = texts.text(language, "rejection." + rejection.problem());
        Object seconds = rejection.details().get("retryAfter");
        if (seconds instanceof Long wait) {
            text = text.replace("{minutes}", Long.toString(Math.max(1, (wait + 59) / 60)));
        }
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private void add(String name, String value, int maxAge, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Lax");
        ((HttpServletResponse) external().getResponse()).addCookie(cookie);
    }

    private static void redirect(String url) {
        try {
            external().redirect(url);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
