package se.fixpunkt.alarms.domain;

import java.util.Arrays;

/** Which network an address is in: what usually falls silent together when a line or an operator fails. */
public final class Network {
    private static final int GROUPS = 3;

    private Network() {}

    /**
     * @param peer address and port, {@code 192.0.2.1:4711} or {@code [2001:db8::1]:5060}
     * @return the /24, or the /48 of IPv6; null when it is neither
     */
    public static String of(String peer) {
        String address = address(peer);
        if (address.contains(":")) {
            String[] parts = address.split(":", -1);
            StringBuilder prefix = new StringBuilder();
            for (String part : Arrays.copyOf(parts, Math.min(GROUPS, parts.length))) {
                prefix.append(part).append(':');
            }
            return prefix.append(":/48").toString();
        }
        int last = address.lastIndexOf('.');
        return last < 0 ? null : address.substring(0, last) + ".0/24";
    }

    private static String address(String peer) {
        if (peer.startsWith("[")) {
            return peer.substring(1, Math.max(peer.indexOf(']'), 1));
        }
        int colon = peer.lastIndexOf(':');
        boolean many = colon >= 0 && peer.indexOf(':') != colon;
        return colon < 0 || (many && !peer.contains(".")) ? peer : peer.substring(0, colon);
    }
}
