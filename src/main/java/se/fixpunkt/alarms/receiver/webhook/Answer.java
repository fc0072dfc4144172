package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.rest.Problem;

/**
 * What a sender is answered. It goes through the intake and the conversation log as bytes, like every receiver's answers.
 *
 * @param body JSON
 */
public record Answer(int status, Map<String, String> headers, String body) {
    private static final Pattern FORM = Pattern.compile("HTTP/1\\.1 ([0-9]{3})\r\n(.*?)\r\n\r\n(.*)", Pattern.DOTALL);
    static final int UNAUTHORISED = 401;
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    /** RFC 9110 wants a challenge with every 401. */
    private static final String CHALLENGE = "Fixpunkt-Signature";

    public Answer {
        headers = Map.copyOf(headers);
    }

    static Answer stored(String receipt) {
        return new Answer(200, Map.of("Content-Type", JSON), receipt);
    }

    /** Says the same whatever was wrong with device, key or signature. */
    static Answer notSigned() {
        return problem(
                UNAUTHORISED,
                "signature-refused",
                Map.of(
                        "detail",
                        "Fixpunkt-Signature: t=<Unix seconds>,v1=<hex HMAC-SHA-256 of t, a full stop and the body,"
                                + " under the device's key> is wanted; device, key or signature is not right"),
                Map.of("WWW-Authenticate", CHALLENGE));
    }

    static Answer wrongTime(Instant now) {
        return problem(
                UNAUTHORISED,
                "signature-time-refused",
                Map.of(
                        "detail",
                        "t is more than " + Signature.WINDOW.toSeconds() + " seconds from our time",
                        "now",
                        now.toString(),
                        "t",
                        now.getEpochSecond()),
                Map.of("WWW-Authenticate", CHALLENGE));
    }

    static Answer problem(int status, String problem, String detail) {
        return problem(status, problem, Map.of("detail", detail), Map.of());
    }

    static Answer later(int status, String problem, String detail, int seconds) {
        return problem(
                status,
                problem,
                Map.of("detail", detail, "retryAfter", seconds),
                Map.of("Retry-After", String.valueOf(seconds)));
    }

    static Answer invalid(Map<String, ?> fieldAndReason) {
        Map<String, Object> details = new LinkedHashMap<>(fieldAndReason);
        details.put("detail", "The field " + details.get("field") + ": " + details.get("reason"));
        return problem(422, "invalid-value", details, Map.of());
    }

    private static Answer problem(int status, String problem, Map<String, ?> details, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", PROBLEM);
        Map<String, Object> body = Problem.body(status, problem, details);
        return new Answer(status, all, Json.createObjectBuilder(body).build().toString());
    }

    /** The status, the headers that have a meaning, and the body; the server adds headers of its own. */
    Bytes bytes() {
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        headers.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(header -> text.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        return Bytes.utf8(text.append("\r\n").append(body).toString());
    }

    /** From {@link #bytes}. */
    static Answer of(Bytes bytes) {
        Matcher form = FORM.matcher(bytes.text(StandardCharsets.UTF_8));
        if (!form.matches()) {
            throw new IllegalArgumentException("no answer");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        form.group(2).lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return new Answer(Integer.parseInt(form.group(1)), headers, form.group(3));
    }
}
