package se.fixpunkt.alarms.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lists of event codes that devices use. {@link #wire} is the name in the contract and in the database. */
public enum CodeList {
    /** Two letters, SIA DC-03; also what SOS Access devices usually send. */
    SIA("sia", "[A-Z]{2}"),
    /** Three digits, Ademco Contact ID, SIA DC-05. */
    CONTACT_ID("cid", "[0-9A-F]{3}"),
    /** {@code dty} of SCAIP, four digits. */
    SCAIP_DEVICE("scaip-device", "[0-9]{4}"),
    /** {@code stc} of SCAIP, four digits; what it tells goes before what the device type tells. */
    SCAIP_STATUS("scaip-status", "[0-9]{4}");

    private final String wire;
    private final Pattern shape;

    CodeList(String wire, String shape) {
        this.wire = wire;
        this.shape = Pattern.compile(shape);
    }

    public String wire() {
        return wire;
    }

    /** A code in the form that is stored and compared; empty when it cannot be of this list. */
    public Optional<String> code(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        return shape.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    public static Optional<CodeList> of(String wire) {
        return Arrays.stream(values()).filter(list -> list.wire.equals(wire)).findFirst();
    }
}
