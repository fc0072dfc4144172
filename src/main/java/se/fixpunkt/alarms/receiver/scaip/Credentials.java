package se.fixpunkt.alarms.receiver.scaip;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in an {@code Authorization: Digest} field, names in small letters, values without their quotes. */
record Credentials(Map<String, String> parameters) {
    private static final Pattern SCHEME = Pattern.compile("(?i)digest\\s+");
    private static final Pattern PARAMETER = Pattern.compile(
            "\\s*([A-Za-z0-9*-]{1,32})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\",\\s]*))\\s*(?:,|$)",
            Pattern.DOTALL);

    /**
     * Those for a realm that answer a challenge, in the order they stand. What is sent in a first request, with an empty nonce
     * and response (PJSIP's {@code initial_auth}), proves nothing and is no attempt either.
     */
    static List<Credentials> of(SipFields fields, String realm) {
        return fields.lines("authorization").stream()
                .flatMap(line -> read(line).stream())
                .filter(credentials -> credentials.text("realm").equals(realm) && credentials.answersAChallenge())
                .toList();
    }

    private static Optional<Credentials> read(String line) {
        Matcher scheme = SCHEME.matcher(line);
        if (!scheme.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(line);
        int from = scheme.end();
        while (from < line.length() && parameter.region(from, line.length()).lookingAt()) {
            String value = parameter.group(2) != null
                    ? parameter.group(2).replaceAll("(?s)\\\\(.)", "$1")
                    : parameter.group(3);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            from = parameter.end();
        }
        return Optional.of(new Credentials(parameters));
    }

    private boolean answersAChallenge() {
        return !text("nonce").isEmpty() && !text("response").isEmpty();
    }

    /** Empty when there is none. */
    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Never the hash: with it somebody could try passwords at home. */
    @Override
    public String toString() {
        return "credentials of " + text("username");
    }
}
