package se.fixpunkt.alarms.receiver.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Field;
import se.fixpunkt.alarms.Explained.Finding;
import se.fixpunkt.alarms.FrameExplanation;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.webhook.FirstLook.Objection;
import se.fixpunkt.alarms.receiver.webhook.FirstLook.Signed;

/**
 * Explains a webhook's body, or a whole request as the conversation log shows it. Whether a signature is right is told, never what
 * it should have been: that would be a message that nobody sent.
 */
@ApplicationScoped
class WebhookExplanation implements FrameExplanation {
    private static final Pattern REQUEST = Pattern.compile(
            "\\s*POST +(\\S{1,1024})[^\\r\\n]*\\r?\\n((?:[^\\r\\n]+\\r?\\n){0,50})\\r?\\n", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUERY = Pattern.compile("[?#].*");

    @Override
    public Protocol protocol() {
        return Protocol.WEBHOOK;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean looksLike(Bytes message) {
        String text = message.text(StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("{") || REQUEST.matcher(text).lookingAt();
    }

    @Override
    public Explained explain(Bytes message, Senders senders, Instant now) {
        Matcher head = REQUEST.matcher(message.text(StandardCharsets.ISO_8859_1));
        boolean whole = head.lookingAt();
        Bytes body = whole ? Bytes.of(message.toArray(), head.end(), message.length()) : message;
        List<Field> fields = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Delivery delivery =
                whole ? delivery(head.group(1), headers(head.group(2)), body) : delivery("", Map.of(), body);
        if (delivery.isTooLarge()) {
            findings.add(Finding.wrong("webhook-too-large", Delivery.LONGEST_BODY));
            return explained(message, refused((Objection) FirstLook.at(delivery, now)), fields, findings);
        }
        Reading reading = Reading.of(body, now);
        reading.message().ifPresent(read -> fields.addAll(Field.of(read.decoded())));
        reading.problem().ifPresent(problem -> findings.add(Finding.wrong("webhook-body", detail(problem))));
        if (!whole) {
            findings.add(Finding.note("webhook-body-only"));
            return new Explained(
                    Protocol.WEBHOOK,
                    message.length(),
                    reading.problem().isPresent() ? "not-understood" : "",
                    fields,
                    findings,
                    reading.problem().map(Answer::bytes).stream().toList());
        }
        return explained(message, signed(delivery, reading, senders, now, findings), fields, findings);
    }

    private static Explained explained(Bytes message, Refused found, List<Field> fields, List<Finding> findings) {
        return new Explained(Protocol.WEBHOOK, message.length(), found.verdict(), fields, findings, found.answers());
    }

    private static Refused signed(
            Delivery delivery, Reading reading, Senders senders, Instant now, List<Finding> findings) {
        Optional<Signature> signature = Signature.read(delivery.signature());
        long seconds = signature
                .map(signed -> Duration.between(now, signed.at()).toSeconds())
                .orElse(0L);
        FirstLook seen = FirstLook.at(delivery, now);
        if (seen instanceof Objection objection) {
            findings.add(
                    switch (objection.verdict()) {
                        case "wrong-time" ->
                            Finding.wrong(seconds > 0 ? "time-ahead" : "time-behind", Math.abs(seconds));
                        case "bad-idempotency-key" -> Finding.wrong("webhook-idempotency-key", FirstLook.LONGEST_KEY);
                        default -> Finding.wrong(signature.isEmpty() ? "webhook-no-signature" : "webhook-identity");
                    });
            return refused(objection);
        }
        findings.add(Finding.note("time-right", seconds));
        DeviceIdentity identity = ((Signed) seen).identity();
        Interpretation found = new MessageInterpreter(delivery, ((Signed) seen).signature(), identity, reading, now)
                .interpret(senders.of(identity));
        switch (found.verdict()) {
            case "unknown-device" -> findings.add(Finding.wrong("unknown-device", identity.value()));
            case "no-key", "wrong-signature" -> findings.add(Finding.wrong(found.verdict()));
            default -> {}
        }
        return found instanceof Accepted accepted
                ? new Refused(found.verdict(), "", accepted.envelope().wrap(accepted.receipt()))
                : (Refused) found;
    }

    private static Refused refused(Objection objection) {
        return new Refused(objection.verdict(), "", List.of(objection.answer().bytes()));
    }

    private static Delivery delivery(String target, Map<String, String> headers, Bytes body) {
        String path = QUERY.matcher(target).replaceFirst("");
        return new Delivery(
                path,
                decoded(path.substring(path.lastIndexOf('/') + 1)),
                headers.getOrDefault("content-type", ""),
                headers.getOrDefault("fixpunkt-signature", ""),
                headers.getOrDefault("idempotency-key", ""),
                body,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** As the server reads it, for which a plus is a plus. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static String detail(Answer problem) {
        Matcher detail = Pattern.compile("\"detail\":\"([^\"]{1,300})\"").matcher(problem.body());
        return detail.find() ? detail.group(1) : String.valueOf(problem.status());
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new TreeMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }
}
