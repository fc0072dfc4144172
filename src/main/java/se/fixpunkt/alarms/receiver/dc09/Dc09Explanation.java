package se.fixpunkt.alarms.receiver.dc09;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.InvalidValue;

/** Explains a DC-09 frame; one with a wrong checksum or length as if they were right, because the rest is of interest too. */
@ApplicationScoped
class Dc09Explanation implements FrameExplanation {
    private static final Pattern TIMESTAMP = Pattern.compile("(?m)^timestamp: (.*)$");

    @Override
    public Protocol protocol() {
        return Protocol.DC09;
    }

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public boolean looksLike(Bytes message) {
        return prefix(message.toArray()) != null;
    }

    @Override
    public Explained explain(Bytes message, Senders senders, Instant now) {
        byte[] bytes = message.toArray();
        Prefix prefix = prefix(bytes);
        if (prefix == null) {
            return new Explained(
                    Protocol.DC09,
                    bytes.length,
                    "garbage",
                    List.of(),
                    List.of(Finding.wrong("dc09-no-frame")),
                    List.of());
        }
        List<Field> fields = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Bytes body = body(bytes, prefix);
        prefix(bytes, prefix, body, fields, findings);
        FrameReader.Result asSent = FrameReader.read(bytes);
        FrameReader.Result read = FrameReader.read(
                FrameWriter.frame(body.text(StandardCharsets.ISO_8859_1)).toArray());
        if (read.frame() == null) {
            findings.add(Finding.wrong("dc09-syntax"));
            return new Explained(Protocol.DC09, bytes.length, "malformed", fields, findings, List.of());
        }
        Interpretation found = interpret(read.frame(), senders, now, fields, findings);
        if (asSent.frame() == null) {
            return new Explained(Protocol.DC09, bytes.length, asSent.fault().verdict(), fields, findings, List.of());
        }
        return new Explained(Protocol.DC09, bytes.length, found.verdict(), fields, findings, answers(found));
    }

    private static void prefix(byte[] bytes, Prefix prefix, Bytes body, List<Field> fields, List<Finding> findings) {
        int crc = Crc16.of(bytes, prefix.quote(), prefix.quote() + body.length());
        fields.add(new Field("crc", hex(prefix.crc())));
        fields.add(new Field("length", hex(prefix.hexLength()) + " = " + prefix.hexLength()));
        if (crc != prefix.crc()) {
            String code = withReturn(body) == prefix.crc() ? "dc09-crc-cr" : "dc09-crc";
            findings.add(Finding.wrong(code, hex(crc), hex(prefix.crc())));
        }
        if (!prefix.tells(body.length())) {
            findings.add(Finding.wrong("dc09-length", hex(body.length()), hex(prefix.hexLength())));
        } else if (prefix.hexLength() != body.length()) {
            findings.add(Finding.note("dc09-decimal-length"));
        }
        int end = prefix.quote() + body.length();
        if (end == bytes.length || bytes[end] != '\r') {
            findings.add(Finding.note(prefix.end(bytes, bytes.length) > 0 ? "dc09-no-cr" : "dc09-no-end"));
        }
        if (bytes[0] != '\n') {
            findings.add(Finding.note("dc09-no-lf"));
        }
    }

    /** Eldes panels count the carriage return in. */
    private static int withReturn(Bytes body) {
        return Crc16.of(body.text(StandardCharsets.ISO_8859_1) + "\r");
    }

    private static Interpretation interpret(
            Frame frame, Senders senders, Instant now, List<Field> fields, List<Finding> findings) {
        if (frame.isAnswer()) {
            findings.add(Finding.wrong("answer"));
            return new Refused("unexpected", "", List.of());
        }
        String account = FrameReception.account(frame);
        Optional<DeviceIdentity> identity = identity(account);
        if (identity.isEmpty()) {
            findings.add(
                    account == null ? Finding.wrong("dc09-no-account") : Finding.wrong("dc09-bad-account", account));
            return new Refused(account == null ? "no-account" : "bad-account", "", List.of(FrameWriter.unable(frame)));
        }
        Optional<Sender> sender = senders.of(identity.get());
        Interpretation found = new FrameInterpreter(frame, identity.get(), now).interpret(sender);
        Optional<Instant> sent = time(found.decoded());
        Interpretation atItsTime = sent.isPresent() && found.verdict().equals("wrong-time")
                ? new FrameInterpreter(frame, identity.get(), sent.get()).interpret(sender)
                : found;
        fields.addAll(Field.of(atItsTime.decoded()));
        sent.ifPresent(at -> findings.add(offset(at, now)));
        if (frame.encrypted() && sent.isEmpty() && found.verdict().equals("wrong-time")) {
            findings.add(Finding.wrong("dc09-no-time"));
        } else if (sent.isEmpty() && TIMESTAMP.matcher(found.decoded()).find()) {
            findings.add(Finding.note("dc09-time-unread"));
        }
        switch (found.verdict()) {
            case "unknown-device" ->
                findings.add(Finding.wrong("unknown-device", identity.get().value()));
            case "no-key", "wrong-key" -> findings.add(Finding.wrong(found.verdict()));
            case "not-encrypted" -> findings.add(Finding.wrong("dc09-not-encrypted"));
            default -> {}
        }
        if (atItsTime.verdict().equals("not-understood")) {
            findings.add(
                    Finding.wrong(FrameInterpreter.IDS.contains(frame.id()) ? "dc09-event" : "dc09-id", frame.id()));
        }
        return found;
    }

    private static Finding offset(Instant sent, Instant now) {
        long seconds =
                Duration.between(now.truncatedTo(ChronoUnit.SECONDS), sent).toSeconds();
        if (Timestamp.believed(sent, now)) {
            return Finding.note("time-right", seconds);
        }
        return Finding.wrong(seconds > 0 ? "time-ahead" : "time-behind", Math.abs(seconds));
    }

    private static Optional<Instant> time(String decoded) {
        Matcher line = TIMESTAMP.matcher(decoded);
        return line.find() ? Timestamp.read(line.group(1)) : Optional.empty();
    }

    private static Optional<DeviceIdentity> identity(String account) {
        try {
            return Optional.of(DeviceIdentity.of(Protocol.DC09, account));
        } catch (InvalidValue notAnAccount) {
            return Optional.empty();
        }
    }

    private static List<Bytes> answers(Interpretation found) {
        return found instanceof Accepted accepted
                ? accepted.envelope().wrap(accepted.receipt())
                : ((Refused) found).answers();
    }

    /** From the first quote to where length and checksum say, or to before the carriage return. */
    private static Bytes body(byte[] bytes, Prefix prefix) {
        int quote = prefix.quote();
        if (prefix.end(bytes, bytes.length) > 0) {
            return Bytes.of(bytes, quote, prefix.end(bytes, bytes.length));
        }
        int end = quote;
        while (end < bytes.length && bytes[end] != '\r') {
            end++;
        }
        int last = end;
        while (end == bytes.length && last > quote && (bytes[last - 1] == '\n' || bytes[last - 1] == ' ')) {
            last--;
        }
        return Bytes.of(bytes, quote, last);
    }

    private static Prefix prefix(byte[] bytes) {
        for (int begin = 0; begin < Math.min(bytes.length, FrameSplitter.LONGEST); begin++) {
            Prefix prefix = Prefix.at(bytes, begin, bytes.length);
            if (prefix != null) {
                return prefix;
            }
        }
        return null;
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%04X", value);
    }
}
