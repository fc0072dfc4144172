package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * Everything that may be sent back to one request, with tags and branch fixed, so that asking twice gives the same bytes.
 */
final class MessageAnswer {
    static final String ALLOWED = "MESSAGE, OPTIONS";
    static final String ACCEPTED = "application/scaip+xml";

    private static final Pattern NOT_IN_USER = Pattern.compile("[^0-9A-Za-z+_.-]");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NOT_IN_HOST = Pattern.compile("[^0-9A-Za-z.:\\[\\]-]");

    private final SipMessage.Request request;
    private final Via via;
    private final List<String> vias;
    private final SipPath path;
    private final Party from;
    private final Party to;
    private final String token = TimeOrderedId.next().toString().replace("-", "");

    /** @param via null when the request has none that can be read */
    MessageAnswer(SipMessage.Request request, Via via, SipPath path) {
        this.request = request;
        this.via = via;
        this.vias = request.fields().all("via");
        this.path = path;
        this.from = Party.read(request.fields().first("from").orElse(""));
        this.to = Party.read(request.fields().first("to").orElse(""));
    }

    Party from() {
        return from;
    }

    /** The branch of {@link #message}, by which the device's response is known. */
    String branch() {
        return "z9hG4bK" + token;
    }

    /** Different for each request, the same each time for the same. */
    String token() {
        return token;
    }

    SipMessage.Request request() {
        return request;
    }

    /** Every Via of the request, as written. */
    List<String> vias() {
        return vias;
    }

    Bytes response(int status, String reason, String... extraFields) {
        return response(status, reason, List.of(extraFields));
    }

    /** A response without body. */
    Bytes response(int status, String reason, List<String> extraFields) {
        StringBuilder text = new StringBuilder("SIP/2.0 ")
                .append(status)
                .append(' ')
                .append(reason)
                .append("\r\n");
        if (via != null) {
            line(text, "Via", via.answeredTo(path.peer()));
        }
        vias.stream().skip(1).forEach(other -> line(text, "Via", other));
        request.fields().first("from").ifPresent(value -> line(text, "From", value));
        request.fields()
                .first("to")
                .ifPresent(value -> line(text, "To", to.tagged() ? value : value + ";tag=" + token));
        request.fields().first("call-id").ifPresent(value -> line(text, "Call-ID", value));
        request.fields().first("cseq").ifPresent(value -> line(text, "CSeq", value));
        for (String field : extraFields) {
            text.append(field).append("\r\n");
        }
        return Bytes.latin1(text.append("Content-Length: 0\r\n\r\n").toString());
    }

    /** What a request for what we can do is answered. */
    Bytes options() {
        return response(
                200,
                "OK",
                "Allow: " + ALLOWED,
                "Accept: " + ACCEPTED,
                "Accept-Encoding: identity",
                "Accept-Language: sv, en");
    }

    Bytes ok() {
        return response(200, "OK");
    }

    /**
     * A message of our own to the device, to where its request came from. When that is a proxy, the message names the device as
     * the device named itself (RFC 3261 §8.1.1.1), and behind it the proxies that want to be passed: one that were addressed
     * itself would not know whom it is for. Strict routing after RFC 2543 is not spoken.
     */
    Bytes message(Bytes body) {
        String device = path.remoteText();
        String user =
                from.user().isEmpty() ? "" : NOT_IN_USER.matcher(from.user()).replaceAll("") + "@";
        String us = us();
        List<String> routes = request.fields().lines("record-route");
        StringBuilder text = new StringBuilder("MESSAGE ");
        if ((vias.size() > 1 || !routes.isEmpty()) && !from.user().isEmpty()) {
            text.append(BLANK.matcher(from.uri()).replaceAll(""));
        } else {
            text.append("sip:").append(user).append(device);
            text.append(path.isReliable() ? ";transport=" + path.transport().toLowerCase(Locale.ROOT) : "");
        }
        text.append(" SIP/2.0\r\n");
        line(text, "Via", "SIP/2.0/" + path.transport() + " " + us + ";branch=" + branch() + ";rport");
        line(text, "Max-Forwards", "70");
        routes.stream().filter(route -> !route.isEmpty()).forEach(route -> line(text, "Route", route));
        line(text, "From", "<" + (to.uri().isEmpty() ? "sip:arc@" + us : to.uri()) + ">;tag=m" + token);
        line(text, "To", "<" + (from.uri().isEmpty() ? "sip:" + user + device : from.uri()) + ">");
        line(text, "Call-ID", token + "@" + us);
        line(text, "CSeq", "1 MESSAGE");
        line(text, "Content-Type", ACCEPTED);
        line(text, "Content-Length", String.valueOf(body.length()));
        return Bytes.latin1(text.append("\r\n")
                .append(body.text(StandardCharsets.ISO_8859_1))
                .toString());
    }

    /** Our own address as the device knows it: the one we are bound to, or else the one it sent to. */
    private String us() {
        String bound = path.localText();
        if (!bound.isEmpty()) {
            return bound;
        }
        String asked = NOT_IN_HOST.matcher(Party.read(request.uri()).host()).replaceAll("");
        String host = asked.replaceFirst("(?<=[^:\\[]):[0-9]+$", "");
        return (host.isEmpty() ? "fixpunkt.invalid" : host) + ":" + path.localPort();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }
}
