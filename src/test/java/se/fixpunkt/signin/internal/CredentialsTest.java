package se.fixpunkt.signin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.web.Asking;

class CredentialsTest {
    private static final String COOKIE = "__Host-fixpunkt";

    @Test
    void areABearerToken() {
        assertEquals(
                Optional.of(new Credentials("abc", false)),
                Credentials.of(
                        Asking.by("GET").with("Authorization", "bearer abc").request(), COOKIE));
    }

    @Test
    void areABrowsersCookie() {
        assertEquals(
                Optional.of(new Credentials("abc", true)),
                Credentials.of(Asking.by("GET").withCookie(COOKIE, "abc").request(), COOKIE));
    }

    @Test
    void areTheBearerTokenWhenBothAreThere() {
        assertEquals(
                Optional.of(new Credentials("abc", false)),
                Credentials.of(
                        Asking.by("GET")
                                .with("Authorization", "Bearer abc")
                                .withCookie(COOKIE, "def")
                                .request(),
                        COOKIE));
    }

    @Test
    void areNotLookedForInTheCookieWhenAnotherSchemeIsUsed() {
        assertTrue(Credentials.of(
                        Asking.by("GET")
                                .with("Authorization", "Basic YTpi")
                                .withCookie(COOKIE, "def")
                                .request(),
                        COOKIE)
                .isEmpty());
    }

    @Test
    void areNoneWithoutAnyOrWithNonsense() {
        assertTrue(Credentials.of(Asking.by("GET").request(), COOKIE).isEmpty());
        assertTrue(Credentials.of(Asking.by("GET").withCookie("other", "abc").request(), COOKIE)
                .isEmpty());
        assertTrue(Credentials.of(
                        Asking.by("GET")
                                .with("Authorization", "Bearer " + "x".repeat(200))
                                .request(),
                        COOKIE)
                .isEmpty());
    }
}
