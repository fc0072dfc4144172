package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * Understands one frame once its sender is known: decrypts, checks the time, reads the event and says ACK, NAK or DUH.
 *
 * @param at when it arrived
 */
record FrameInterpreter(Frame frame, DeviceIdentity identity, Instant at) implements Interpreter {
    /** What is understood whatever it looks like; under any other id only Contact ID to the letter is (HENG-BO and such). */
    static final Set<String> IDS = Set.of("SIA-DCS", "ADM-CID", "NULL");

    /** A retransmission keeps its sequence number; after this long the same number is taken for a new message. */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(2);

    private static final String NOT_COUNTED = "0000";

    @Override
    public Interpretation interpret(Optional<Sender> sender) {
        if (sender.isEmpty()) {
            return refused("unknown-device", frame.encrypted() ? "" : describe(clear()));
        }
        String key = sender.get()
                .key()
                .map(bytes -> bytes.text(StandardCharsets.UTF_8))
                .orElse("");
        EventCodes codes = sender.get().codes();
        if (!frame.encrypted()) {
            // whoever knows the account could otherwise speak for the device, or keep its silence from being noticed
            return key.isEmpty() ? understand(clear(), null, codes) : refused("not-encrypted", describe(clear()));
        }
        List<FrameCipher> keys = FrameCipher.meantBy(key);
        for (FrameCipher candidate : keys) {
            Optional<Content> content = candidate.decrypt(cipherText()).flatMap(Content::decrypted);
            if (content.isPresent()) {
                return understand(content.get(), candidate, codes);
            }
        }
        return refused(keys.isEmpty() ? "no-key" : "wrong-key", describe(null));
    }

    private Interpretation understand(Content content, FrameCipher key, EventCodes codes) {
        // in clear the time is optional: one that cannot be read is none, and no reason to refuse an alarm
        boolean timed = frame.encrypted() || content.sentAt().isPresent();
        if (timed
                && content.sentAt().filter(sent -> Timestamp.believed(sent, at)).isEmpty()) {
            return new Refused("wrong-time", describe(content), List.of(FrameWriter.wrongTime(at)));
        }
        Optional<Event> event = event(content, codes);
        if (event.isEmpty()) {
            return refused("not-understood", describe(content));
        }
        Bytes acknowledgement = FrameWriter.acknowledgement(frame, key, at);
        // an encrypted answer carries the time, so a stored one would be too old to be believed
        return new Accepted(
                signal(content, event.get()),
                acknowledgement,
                stored -> List.of(frame.encrypted() ? acknowledgement : stored));
    }

    private Optional<Event> event(Content content, EventCodes codes) {
        return switch (frame.id()) {
            case "NULL" -> Optional.of(link());
            case "ADM-CID" -> ContactId.read(content.data(), codes);
            case "SIA-DCS" -> SiaData.read(content.data(), codes).or(() -> ContactId.read(content.data(), codes));
            default -> ContactId.readToTheLetter(content.data(), codes);
        };
    }

    private static Event link() {
        return new Event(SignalKind.HEARTBEAT, AlarmKind.TEST, AlarmKind.TEST.priority(), "NULL", "", "");
    }

    private Signal signal(Content content, Event event) {
        return new Signal(
                frame.sequence(),
                new RepeatKey(repeatKey(content), REPEATED_WITHIN),
                event.kind(),
                event.about(),
                event.priority(),
                event.code(),
                words(content, event),
                content.occurredAt().filter(told -> Timestamp.hasCome(told, at)).or(content::sentAt),
                ExtendedData.position(content.extended()),
                describe(content) + "\nevent: " + event.place() + "\nkind: " + event.kind() + " "
                        + event.about().wire());
    }

    /** The device's own words first; what its code is called where it has none. */
    private static String words(Content content, Event event) {
        String own = content.extended('I').orElse("");
        return Stream.of(
                        event.text(),
                        own,
                        (event.text() + own).isBlank() ? event.name() : "",
                        content.extended('S').orElse(""),
                        content.extended('O').orElse(""),
                        content.extended('R').orElse(""),
                        content.extended('L').orElse(""),
                        event.place(),
                        ExtendedData.position(content.extended())
                                .map(Object::toString)
                                .orElse(""))
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /**
     * The time is left out, because it may be made anew when a frame is sent again; but a device that does not count its
     * messages has nothing else to tell two alarms apart.
     */
    private String repeatKey(Content content) {
        String told = frame.id() + "|" + content.data() + "|" + content.extended();
        if (frame.sequence().equals(NOT_COUNTED)) {
            told += "|" + content.timestamp() + (frame.isLinkTest() ? "|" + at.getEpochSecond() : "");
        }
        return "dc09|" + identity.value() + "|" + frame.sequence() + "|" + hash(told);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }

    private Refused refused(String verdict, String decoded) {
        return new Refused(verdict, decoded, List.of(FrameWriter.unable(frame)));
    }

    private Content clear() {
        return Content.plain(frame.content());
    }

    /** The hexadecimal digits; some devices close the bracket after them. */
    private String cipherText() {
        String content = frame.content();
        int end = 0;
        while (end < content.length() && Character.digit(content.charAt(end), 16) >= 0) {
            end++;
        }
        return content.substring(0, end);
    }

    /** @param content null when it could not be read */
    private String describe(Content content) {
        StringBuilder lines = new StringBuilder("id: ").append(frame.id());
        line(lines, "encrypted", frame.encrypted() ? "yes" : null);
        line(lines, "sequence", frame.sequence());
        line(lines, "receiver", frame.receiver());
        line(lines, "line", frame.line());
        line(lines, "account", frame.account());
        if (content != null) {
            line(lines, "inner account", content.account());
            line(lines, "data", content.data());
            content.extended().forEach(block -> line(lines, "x-data", block));
            ExtendedData.explained(content.extended()).forEach((name, value) -> line(lines, name, value));
            line(lines, "timestamp", content.timestamp());
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String value) {
        if (value != null && !value.isEmpty()) {
            lines.append('\n').append(name).append(": ").append(value);
        }
    }
}
