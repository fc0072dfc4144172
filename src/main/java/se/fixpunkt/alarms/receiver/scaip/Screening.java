package se.fixpunkt.alarms.receiver.scaip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/** What is wrong with a request before its body is looked at: the questions of RFC 3261 §8.2, and who is not asked. */
final class Screening {
    private static final List<String> MANDATORY = List.of("from", "to", "call-id", "cseq");
    private static final List<String> ONCE = List.of("from", "to", "call-id", "cseq", "max-forwards");
    private static final Pattern SEQUENCE = Pattern.compile("([0-9]{1,10})\\s+(\\S{1,64})");
    private static final long LARGEST_SEQUENCE = Integer.MAX_VALUE;
    private static final Pattern NOT_IN_URI = Pattern.compile("[\\s<>]");
    private static final Pattern HOPS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern END_OF_TYPE = Pattern.compile("[;,]");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final List<String> SCHEMES = List.of("sip", "sips", "im", "tel");
    private static final List<String> TYPES =
            List.of(MessageAnswer.ACCEPTED, "application/xml", "text/xml", "text/plain");
    private static final List<String> DIALOGS = List.of("BYE", "CANCEL");

    private Screening() {}

    /** A final response that says no. */
    record Refusal(int status, String reason, List<String> fields) {
        private static Refusal of(int status, String reason, String... fields) {
            return new Refusal(status, reason, List.of(fields));
        }

        /** RFC 3261 §16.3: it has been here already. */
        static Refusal loop() {
            return of(482, "Loop Detected");
        }

        static Refusal badRequest(String why) {
            return of(400, "Bad Request - " + why);
        }
    }

    /** @param raw the whole request, as long as it was read */
    static Optional<Refusal> refusal(SipMessage.Request request, Bytes raw) {
        if (!request.version().equalsIgnoreCase("SIP/2.0")) {
            return Optional.of(Refusal.of(505, "Version Not Supported"));
        }
        if (raw.length() - request.body().length() > SipStream.HEAD) {
            return Optional.of(Refusal.of(513, "Message Too Large"));
        }
        if (!request.whole() && SipReader.length(request.fields(), 0) > SipStream.BODY) {
            return Optional.of(Refusal.of(413, "Request Entity Too Large"));
        }
        return malformed(request).map(Refusal::badRequest).or(() -> unsupported(request));
    }

    /** @return what is wrong, in words */
    private static Optional<String> malformed(SipMessage.Request request) {
        SipFields fields = request.fields();
        for (String name : MANDATORY) {
            if (fields.first(name).filter(value -> !value.isBlank()).isEmpty()) {
                return Optional.of("no " + name);
            }
        }
        for (String name : ONCE) {
            if (fields.count(name) > 1) {
                return Optional.of("more than one " + name);
            }
        }
        if (!request.whole()) {
            return Optional.of("content-length");
        }
        if (!fields.all("via").stream().allMatch(via -> Via.read(via).isPresent())) {
            return Optional.of("via");
        }
        if (NOT_IN_URI.matcher(request.uri()).find()) {
            return Optional.of("request URI");
        }
        if (!isWhole(fields.first("from").orElse(""))
                || !isWhole(fields.first("to").orElse(""))) {
            return Optional.of("from or to");
        }
        if (!HOPS.matcher(fields.first("max-forwards").orElse("70")).matches()) {
            return Optional.of("max-forwards");
        }
        var sequence = SEQUENCE.matcher(fields.first("cseq").orElse(""));
        if (!sequence.matches()
                || Long.parseLong(sequence.group(1)) > LARGEST_SEQUENCE
                || !sequence.group(2).equals(request.method())) {
            return Optional.of("cseq");
        }
        return Optional.empty();
    }

    /** Whether quotes and angle brackets that open are closed. */
    private static boolean isWhole(String party) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < party.length(); i++) {
            char c = party.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            }
        }
        return !quoted && !bracketed;
    }

    private static Optional<Refusal> unsupported(SipMessage.Request request) {
        SipFields fields = request.fields();
        boolean message = request.method().equals("MESSAGE");
        if (DIALOGS.contains(request.method())) {
            return Optional.of(Refusal.of(481, "Call/Transaction Does Not Exist"));
        }
        if (!message && !request.method().equals("OPTIONS")) {
            return Optional.of(Refusal.of(405, "Method Not Allowed", "Allow: " + MessageAnswer.ALLOWED));
        }
        var scheme = SCHEME.matcher(request.uri());
        if (!scheme.matches() || !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.of(Refusal.of(416, "Unsupported URI Scheme"));
        }
        List<String> required = fields.all("require").stream()
                .filter(option -> !option.isBlank())
                .toList();
        if (!required.isEmpty()) {
            return Optional.of(Refusal.of(420, "Bad Extension", "Unsupported: " + String.join(", ", required)));
        }
        if (message && !isReadable(fields)) {
            return Optional.of(Refusal.of(
                    415, "Unsupported Media Type", "Accept: " + MessageAnswer.ACCEPTED, "Accept-Encoding: identity"));
        }
        return Optional.empty();
    }

    /** Devices send their XML under several names, or under none. */
    private static boolean isReadable(SipFields fields) {
        String first = END_OF_TYPE.split(fields.first("content-type").orElse(""), 2)[0];
        String told = SPACE.matcher(first).replaceAll("");
        String type = told.isEmpty() ? MessageAnswer.ACCEPTED : told.toLowerCase(Locale.ROOT);
        String encoding = fields.first("content-encoding").orElse("identity");
        return (TYPES.contains(type) || type.contains("scaip")) && encoding.equalsIgnoreCase("identity");
    }
}
