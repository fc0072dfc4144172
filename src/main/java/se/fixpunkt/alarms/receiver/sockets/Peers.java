package se.fixpunkt.alarms.receiver.sockets;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses as text. */
public final class Peers {
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");

    private Peers() {}

    /** {@code 192.0.2.1:5060} or {@code [2001:db8:0:0:0:0:0:1]:5060}. */
    public static String text(InetSocketAddress address) {
        return host(address.getAddress()) + ":" + address.getPort();
    }

    /** As it is written in a URI: brackets around IPv6, no zone. */
    public static String host(InetAddress address) {
        String text = plain(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    /** Without brackets and zone. */
    public static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** The address that an IPv6 literal in brackets stands for, however it is shortened; nobody is asked for names. */
    public static Optional<InetAddress> literal(String bracketed) {
        if (!LITERAL.matcher(bracketed).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bracketed));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
