package se.fixpunkt.signin.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request brings to say who it is from: a bearer token, or else a browser's cookie. A request that brings a bearer
 * token means it; its cookie is not looked at.
 *
 * @param byCookie whether a browser sent it without being asked, so that a strange page may be behind it
 */
record Credentials(String token, boolean byCookie) {
    private static final String BEARER = "bearer ";
    private static final int LONGEST_TOKEN = 100;

    static Optional<Credentials> of(HttpServletRequest request, String cookieName) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    ? credentials(header.substring(BEARER.length()).strip(), false)
                    : Optional.empty();
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName))
                        .findFirst()
                        .flatMap(cookie -> credentials(cookie.getValue(), true));
    }

    private static Optional<Credentials> credentials(String token, boolean byCookie) {
        return token.isEmpty() || token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : Optional.of(new Credentials(token, byCookie));
    }
}
