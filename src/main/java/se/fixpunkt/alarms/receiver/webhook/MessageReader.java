package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.webhook.JsonTree.Numeral;
import se.fixpunkt.shared.InvalidValue;

/** Reads a body by the published schema ({@code message.schema.json}); a field that is {@code null} counts as left out. */
final class MessageReader {
    private static final Map<String, SignalKind> KINDS =
            Arrays.stream(SignalKind.values()).collect(Collectors.toUnmodifiableMap(MessageReader::wire, kind -> kind));

    /** {@link AlarmKind#SYSTEM} is raised by no device. */
    private static final Map<String, AlarmKind> CODES = Arrays.stream(AlarmKind.values())
            .filter(kind -> kind != AlarmKind.SYSTEM)
            .collect(Collectors.toUnmodifiableMap(AlarmKind::wire, kind -> kind));

    /** The column's width. */
    private static final int LONGEST_CODE = 32;

    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,9})(?:\\.0{1,9})?");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,15})?");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}.*");

    /** No device that signs with HMAC-SHA-256 has seen anything earlier; its clock has begun anew. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Map<String, Object> fields;
    private final Instant now;

    private MessageReader(Map<String, Object> fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    /**
     * @throws JsonException when it is no JSON object in UTF-8
     * @throws InvalidValue that names the field which is not as the schema says
     */
    static Message read(Bytes body, Instant now) {
        return new MessageReader(JsonTree.read(body), now).message();
    }

    private Message message() {
        SignalKind kind = kind();
        String code = code();
        return new Message(
                kind,
                about(kind, code),
                code,
                Text.whole(text(fields, "text", "text").orElse("")),
                priority(),
                at(),
                position(),
                DecodedFields.of(fields));
    }

    private SignalKind kind() {
        String written = text(fields, "kind", "kind").orElseThrow(() -> new InvalidValue("kind", "required"));
        return Optional.ofNullable(KINDS.get(written)).orElseThrow(() -> new InvalidValue("kind", "unknown"));
    }

    private String code() {
        String code = Text.printable(text(fields, "code", "code").orElse("").strip());
        if (code.length() > LONGEST_CODE) {
            throw new InvalidValue("code", "too-long");
        }
        return code;
    }

    private static AlarmKind about(SignalKind kind, String code) {
        if (kind == SignalKind.HEARTBEAT || kind == SignalKind.TEST) {
            return AlarmKind.TEST;
        }
        return CODES.getOrDefault(code.toLowerCase(Locale.ROOT), AlarmKind.OTHER);
    }

    private Optional<Priority> priority() {
        Optional<String> written = number(fields, "priority", "priority");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Matcher whole = WHOLE.matcher(written.get());
        if (!whole.matches()) {
            throw new InvalidValue("priority", "not-an-integer");
        }
        int value = Integer.parseInt(whole.group(1));
        if (value < 1 || value > 9) {
            throw new InvalidValue("priority", "out-of-range");
        }
        return Optional.of(new Priority(value));
    }

    /** A time ahead of ours is not believed: an alarm must not look as if it had yet to happen. */
    private Optional<Instant> at() {
        return text(fields, "at", "at").map(MessageReader::time).filter(at -> !at.isAfter(now.plus(Signature.WINDOW)));
    }

    private static Instant time(String written) {
        if (!TIME.matcher(written).matches()) {
            throw new InvalidValue("at", "malformed");
        }
        try {
            Instant at = OffsetDateTime.parse(written.replace(' ', 'T')).toInstant();
            if (at.isBefore(EARLIEST)) {
                throw new InvalidValue("at", "out-of-range");
            }
            return at;
        } catch (DateTimeException notATime) {
            throw new InvalidValue("at", "malformed");
        }
    }

    private String position() {
        Object given = fields.getOrDefault("position", JsonTree.NULL);
        if (given == JsonTree.NULL) {
            return "";
        }
        if (!(given instanceof Map<?, ?> position)) {
            throw new InvalidValue("position", "not-an-object");
        }
        String latitude = degrees(position, "latitude", 90);
        String longitude = degrees(position, "longitude", 180);
        String accuracy =
                decimal(position, "accuracy").map(BigDecimal::toPlainString).orElse("");
        if (accuracy.startsWith("-")) {
            throw new InvalidValue("position.accuracy", "out-of-range");
        }
        return latitude + ", " + longitude + (accuracy.isEmpty() ? "" : " ±" + accuracy + " m");
    }

    private static String degrees(Map<?, ?> position, String name, int most) {
        BigDecimal degrees =
                decimal(position, name).orElseThrow(() -> new InvalidValue("position." + name, "required"));
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidValue("position." + name, "out-of-range");
        }
        return degrees.toPlainString();
    }

    private static Optional<BigDecimal> decimal(Map<?, ?> position, String name) {
        String field = "position." + name;
        return number(position, name, field).map(written -> {
            if (!DECIMAL.matcher(written).matches()) {
                throw new InvalidValue(field, "out-of-range");
            }
            return new BigDecimal(written);
        });
    }

    private static Optional<String> text(Map<?, ?> object, String name, String field) {
        return given(object, name).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw new InvalidValue(field, "not-a-string");
        });
    }

    private static Optional<String> number(Map<?, ?> object, String name, String field) {
        return given(object, name).map(value -> {
            if (value instanceof Numeral numeral) {
                return numeral.written();
            }
            throw new InvalidValue(field, "not-a-number");
        });
    }

    private static Optional<Object> given(Map<?, ?> object, String name) {
        return Optional.<Object>ofNullable(object.get(name)).filter(value -> value != JsonTree.NULL);
    }

    private static String wire(SignalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
