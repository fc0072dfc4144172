package se.fixpunkt.signin.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin/sign-in",
                "/signin/sign-in.xhtml",
                "/signin/code",
                "/help/components",
                "/projects/invitation",
                "/jakarta.faces.resource/css/tokens.css",
                "/api/v1/sign-in",
                "/api/v1/sign-in/abc/code",
                "/api/v1/invitations/abc/accept",
                "/api/v1/receivers/webhook/4711"
            })
    void letsStrangersIn(String path) {
        assertTrue(PublicPaths.include(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/users/people",
                "/projects/list",
                "/projects/invitations",
                "/signin/",
                "/signin/other",
                "/api/v1/me",
                "/api/v1/people",
                "/api/v1/sign-in/abc/other",
                "/api/v1/sign-in/a/b/code",
                "/help/../users/people",
                "/help/x;/../../users/people",
                "/helpers",
                "/API/v1/sign-in"
            })
    void keepsStrangersOut(String path) {
        assertFalse(PublicPaths.include(path));
    }
}
