package se.fixpunkt.alarms;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import se.fixpunkt.shared.InvalidValue;

/**
 * What a device calls itself on the wire, in the one form that is stored and compared. A device is found by its protocol
 * and this value, so the register and the receivers must make it here.
 *
 * @param value SCAIP: 1–16 digits; DC-09: 1–16 digits and letters in upper case, without {@code #} (the standard wants 3–16
 *     hexadecimal ones, but Ajax hubs come with one and Focus panels with words); SOS Access: 1–15 visible characters;
 *     webhook: 1–64 letters, digits, dots, lines
 */
public record DeviceIdentity(Protocol protocol, String value) {
    private static final Pattern SCAIP = Pattern.compile("[0-9]{1,16}");
    private static final Pattern DC09 = Pattern.compile("[0-9A-Z]{1,16}");
    private static final Pattern SOS_ACCESS = Pattern.compile("[\\x21-\\x7e]{1,15}");
    private static final Pattern WEBHOOK = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    public DeviceIdentity {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(value);
        if (!shape(protocol).matcher(value).matches()) {
            throw new InvalidValue("identity", "malformed");
        }
    }

    /**
     * The identity in its stored form, from what a person typed or a device sent: surrounding blanks (seen from Doro) and
     * the leading {@code #} of DC-09 are dropped.
     *
     * @throws InvalidValue when it cannot be an identity of that protocol
     */
    public static DeviceIdentity of(Protocol protocol, String written) {
        if (written == null || written.isBlank()) {
            throw new InvalidValue("identity", "required");
        }
        String bare = written.strip();
        if (protocol != Protocol.DC09) {
            return new DeviceIdentity(protocol, bare);
        }
        return new DeviceIdentity(protocol, (bare.startsWith("#") ? bare.substring(1) : bare).toUpperCase(Locale.ROOT));
    }

    private static Pattern shape(Protocol protocol) {
        return switch (protocol) {
            case SCAIP -> SCAIP;
            case DC09 -> DC09;
            case SOS_ACCESS -> SOS_ACCESS;
            case WEBHOOK -> WEBHOOK;
        };
    }
}
