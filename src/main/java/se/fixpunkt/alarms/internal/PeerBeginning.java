package se.fixpunkt.alarms.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed of a peer's address, as the beginning of how the log has it: {@code 192.0.2.1:5060} or
 * {@code [2001:db8:0:0:0:0:0:1]:5060}, all eight groups without their leading zeros. People shorten IPv6 (RFC 5952) and leave out
 * brackets and port.
 */
final class PeerBeginning {
    /** Brackets, or colons without a dot before the first of them, are of IPv6 only. */
    private static final Pattern IPV6 =
            Pattern.compile("\\[?((?<=\\[)[0-9A-Fa-f:.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(?:%[^\\]]*)?(](?::[0-9]*)?)?");

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9a-f])0+(?=[0-9a-f])");

    private PeerBeginning() {}

    static String of(String typed) {
        Matcher parts = IPV6.matcher(typed);
        if (!parts.matches()) {
            return typed;
        }
        String address = parts.group(1);
        String rest = parts.group(2) == null ? "" : parts.group(2);
        if (rest.isEmpty() && address.endsWith("::")) {
            // Somebody means the network, not its first address.
            return beginning(address.substring(0, address.length() - 1));
        }
        try {
            // Nobody is asked for names: what stands in brackets is an address or none.
            InetAddress whole = InetAddress.getByName("[" + address + "]");
            return whole instanceof Inet6Address
                    ? "[" + whole.getHostAddress() + (rest.isEmpty() ? "]" : rest)
                    : whole.getHostAddress() + (rest.isEmpty() ? "" : rest.substring(1));
        } catch (UnknownHostException noWholeAddress) {
            return beginning(address) + rest;
        }
    }

    private static String beginning(String address) {
        return "[" + LEADING_ZEROS.matcher(address.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
