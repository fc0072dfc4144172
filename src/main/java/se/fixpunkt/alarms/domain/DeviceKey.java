package se.fixpunkt.alarms.domain;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;

/** A device's secret as somebody wrote it in the register, checked against what its protocol can use. */
public final class DeviceKey {
    private static final Pattern AES_HEX = Pattern.compile("(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{48}|[0-9A-Fa-f]{64})");
    private static final Pattern AES_TEXT = Pattern.compile("[\\x20-\\x7e]{16}|[\\x20-\\x7e]{24}|[\\x20-\\x7e]{32}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final String written;

    private DeviceKey(String written) {
        this.written = written;
    }

    /**
     * @param written DC-09: an AES key as 16, 24 or 32 characters, or as 32, 48 or 64 hexadecimal digits (32
     *     may be meant either way, which the receiver finds out); other protocols:
     *     1–128 visible ASCII characters
     * @throws InvalidValue when it is no key of that protocol
     */
    public static DeviceKey of(Protocol protocol, String written) {
        boolean fits = protocol == Protocol.DC09
                ? AES_HEX.matcher(written).matches()
                        || AES_TEXT.matcher(written).matches()
                : SECRET.matcher(written).matches();
        if (!fits) {
            throw new InvalidValue("key", "malformed");
        }
        return new DeviceKey(written);
    }

    /** As registered, in UTF-8: the form that is sealed. */
    public byte[] toBytes() {
        return written.getBytes(StandardCharsets.UTF_8);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "key";
    }
}
