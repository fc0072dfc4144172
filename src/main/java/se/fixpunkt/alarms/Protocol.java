package se.fixpunkt.alarms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that devices speak to us. {@link #wire} is the name in the contract and in the database. */
public enum Protocol {
    SCAIP("scaip"),
    DC09("dc09"),
    SOS_ACCESS("sosaccess"),
    WEBHOOK("webhook");

    private final String wire;

    Protocol(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Protocol> of(String wire) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.wire.equalsIgnoreCase(wire))
                .findFirst();
    }

    /**
     * Every way the same device's identity may be written in the register. A DC-09 account is {@code #1234} to people and
     * {@code 1234} on the wire, in hexadecimal of either case.
     *
     * @param identity as somebody wrote it, or as it came on the wire
     */
    public List<String> spellings(String identity) {
        String bare = identity.strip();
        if (this != DC09) {
            return List.of(bare);
        }
        String account = (bare.startsWith("#") ? bare.substring(1) : bare).toUpperCase(Locale.ROOT);
        return List.of(account, "#" + account);
    }
}
