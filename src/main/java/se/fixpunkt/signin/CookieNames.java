package se.fixpunkt.signin;

/**
 * What the cookies are called. Over https they carry the {@code __Host-} prefix, which binds them to this very host; over
 * plain http (a demo on localhost) browsers would refuse that.
 *
 * @param session carries the access token
 * @param attempt carries the attempt while a code is awaited
 * @param secure whether they travel over https only
 */
public record CookieNames(String session, String attempt, boolean secure) {
    private static final String PREFIX = "__Host-";

    public static CookieNames at(boolean https) {
        String prefix = https ? PREFIX : "";
        return new CookieNames(prefix + "fixpunkt", prefix + "fixpunkt-attempt", https);
    }
}
