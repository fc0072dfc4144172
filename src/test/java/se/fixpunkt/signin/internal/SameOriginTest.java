package se.fixpunkt.signin.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.web.Asking;

class SameOriginTest {
    private final SameOrigin sameOrigin = new SameOrigin("https://fixpunkt.example");

    @Test
    void letsEverybodyRead() {
        assertTrue(sameOrigin.mayChange(
                Asking.by("GET").with("Origin", "https://evil.example").request(), true));
    }

    @Test
    void letsOwnScriptsChange() {
        assertTrue(sameOrigin.mayChange(
                Asking.by("POST")
                        .with("X-Fixpunkt-CSRF", "1")
                        .with("Origin", "https://fixpunkt.example")
                        .with("Host", "fixpunkt.example")
                        .request(),
                true));
    }

    @Test
    void letsOwnFormsChange() {
        assertTrue(sameOrigin.mayChange(
                Asking.by("POST")
                        .with("Origin", "http://10.0.0.5:8080")
                        .with("Host", "10.0.0.5:8080")
                        .request(),
                false));
    }

    @Test
    void knowsItsOwnNameBehindALoadBalancer() {
        assertTrue(sameOrigin.mayChange(
                Asking.by("POST")
                        .with("Origin", "https://fixpunkt.example")
                        .with("Host", "node-1:8080")
                        .request(),
                false));
    }

    @Test
    void refusesRestWithoutTheHeaderThatFormsCannotSend() {
        assertFalse(sameOrigin.mayChange(Asking.by("DELETE").request(), true));
    }

    @Test
    void refusesStrangePages() {
        assertFalse(sameOrigin.mayChange(
                Asking.by("POST")
                        .with("Origin", "https://evil.example")
                        .with("Host", "fixpunkt.example")
                        .request(),
                false));
        assertFalse(sameOrigin.mayChange(
                Asking.by("POST")
                        .with("Origin", "null")
                        .with("Host", "fixpunkt.example")
                        .request(),
                false));
    }
}
