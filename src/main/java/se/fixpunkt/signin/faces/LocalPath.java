package se.fixpunkt.signin.faces;

import java.util.regex.Pattern;

/**
 * Where to go after signing in. Anybody can write a link to the sign-in page, so only a path of our own is followed: an
 * address elsewhere, however disguised, becomes the start page.
 */
record LocalPath(String value) {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");
    private static final String START = "/";

    LocalPath {
        boolean followed = value != null && OURS.matcher(value).matches() && !value.startsWith("/signin/");
        value = followed ? value : START;
    }

    boolean isStart() {
        return value.equals(START);
    }
}
