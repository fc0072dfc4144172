package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.webhook.JsonTree.Numeral;
import se.fixpunkt.shared.InvalidValue;

/** Reads a body by the published schema ({@code message.schema.json}); a field that is {@code null} counts as left out. */
final class MessageReader {
    private static final Map<String, SignalKind> KINDS =
            Arrays.stream(SignalKind.values()).collect(Collectors.toUnmodifiableMap(MessageReader::wire, kind -> kind));

    /** Raised by no device: a sender's {@code flood} is water, and its {@code silence} nothing of ours. */
    private static final Set<AlarmKind> OURS =
            EnumSet.of(AlarmKind.SILENCE, AlarmKind.FLOOD, AlarmKind.SECURITY, AlarmKind.SYSTEM);

    private static final Map<String, AlarmKind> CODES = Arrays.stream(AlarmKind.values())
            .filter(kind -> !OURS.contains(kind))
            .collect(Collectors.toUnmodifiableMap(AlarmKind::wire, kind -> kind));

    /** The column's width. */
    private static final int LONGEST_CODE = 32;

    /**
     * Any number that a double can be, also written out to its last digit as PHP does and Java's {@code BigDecimal} of one: up to
     * 309 digits before the point and 1074 behind it. What is longer is not calculated.
     */
    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]{1,309}(?:\\.[0-9]{1,1100})?(?:[eE][+-]?[0-9]{1,3})?");

    /** A hundredth of a metre. */
    private static final int SHOWN_DECIMALS = 7;

    /** In metres. No two places are farther apart; some write the largest number they have when they do not know. */
    private static final BigDecimal HALFWAY_ROUND_THE_EARTH = BigDecimal.valueOf(20_040_000);

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
                place(),
                DecodedFields.of(fields));
    }

    private SignalKind kind() {
        String written = text(fields, "kind", "kind").orElseThrow(() -> new InvalidValue("kind", "required"));
        return Optional.ofNullable(KINDS.get(written)).orElseThrow(() -> new InvalidValue("kind", "unknown"));
    }

    private String code() {
        String code = text(fields, "code", "code").orElse("").strip();
        if (code.codePointCount(0, code.length()) > LONGEST_CODE) {
            throw new InvalidValue("code", "too-long");
        }
        return Text.printable(code)
                .codePoints()
                .limit(LONGEST_CODE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
        if (!DECIMAL.matcher(written.get()).matches()) {
            throw new InvalidValue("priority", "not-an-integer");
        }
        BigDecimal value = new BigDecimal(written.get());
        if (value.stripTrailingZeros().scale() > 0) {
            throw new InvalidValue("priority", "not-an-integer");
        }
        if (value.compareTo(BigDecimal.ONE) < 0 || value.compareTo(BigDecimal.valueOf(9)) > 0) {
            throw new InvalidValue("priority", "out-of-range");
        }
        return Optional.of(new Priority(value.intValueExact()));
    }

    /**
     * A time ahead of ours is not believed: an alarm must not look as if it had yet to happen. Nor is one of a clock that has
     * begun anew; the alarm is none the less one.
     */
    private Optional<Instant> at() {
        return text(fields, "at", "at")
                .map(RaisedAt::read)
                .filter(at -> !at.isAfter(now.plus(Signature.WINDOW)) && !at.isBefore(EARLIEST));
    }

    private String position() {
        return given(fields, "position").isEmpty()
                ? ""
                : shown(degrees("latitude", 90)) + ", " + shown(degrees("longitude", 180)) + accuracy();
    }

    private Optional<Position> place() {
        return given(fields, "position").map(there -> new Position(degrees("latitude", 90), degrees("longitude", 180)));
    }

    private String accuracy() {
        Optional<BigDecimal> metres = decimal(positionFields(), "accuracy");
        if (metres.filter(some -> some.signum() < 0).isPresent()) {
            throw new InvalidValue("position.accuracy", "out-of-range");
        }
        return metres.filter(some -> some.compareTo(HALFWAY_ROUND_THE_EARTH) <= 0)
                .map(some -> " ±" + shown(some) + " m")
                .orElse("");
    }

    private Map<?, ?> positionFields() {
        if (fields.get("position") instanceof Map<?, ?> position) {
            return position;
        }
        throw new InvalidValue("position", "not-an-object");
    }

    private static String shown(BigDecimal number) {
        return (number.scale() > SHOWN_DECIMALS ? number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN) : number)
                .toPlainString();
    }

    private BigDecimal degrees(String name, int most) {
        BigDecimal degrees =
                decimal(positionFields(), name).orElseThrow(() -> new InvalidValue("position." + name, "required"));
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new InvalidValue("position." + name, "out-of-range");
        }
        return degrees;
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
