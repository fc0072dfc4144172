package se.fixpunkt.signin.internal;

import java.util.regex.Pattern;

/** What strangers may ask for. Everything else waits for a sign-in, also what does not exist. */
final class PublicPaths {
    private static final Pattern OPEN = Pattern.compile("/signin/(?:sign-in|code)(?:\\.xhtml)?"
            + "|/help(?:/[^;\\\\]*)?"
            + "|/error/[^;\\\\]*"
            + "|/resources/[^;\\\\]*"
            + "|/jakarta\\.faces\\.resource/[^;\\\\]*"
            + "|/projects/invitation(?:\\.xhtml)?"
            + "|/(?:favicon\\.ico|favicon\\.svg|robots\\.txt|manifest\\.webmanifest)"
            + "|/(?:health|metrics|openapi)(?:/[^;\\\\]*)?"
            + "|/api/v1/sign-in"
            + "|/api/v1/sign-in/[^/;]+/code"
            + "|/api/v1/invitations/[^/;]+(?:/accept)?"
            + "|/api/v1/receivers/webhook/[^/;]+"
            // Stands only in the archives of tests that run inside the server; elsewhere there is nothing at it.
            + "|/ArquillianServletRunnerEE9");

    private PublicPaths() {}

    /** @param path below the context root, decoded by the server */
    static boolean include(String path) {
        return !path.contains("..") && OPEN.matcher(path).matches();
    }
}
