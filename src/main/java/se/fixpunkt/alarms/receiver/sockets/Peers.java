package se.fixpunkt.alarms.receiver.sockets;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Network addresses as text. */
public final class Peers {
    private Peers() {}

    /** {@code 192.0.2.1:5060} or {@code [2001:db8::1]:5060}. */
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
}
