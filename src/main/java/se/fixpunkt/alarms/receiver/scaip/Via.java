package se.fixpunkt.alarms.receiver.scaip;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.receiver.sockets.Peers;

/**
 * The topmost {@code Via}: which transaction it is, and where answers go.
 *
 * @param version {@code 2.0} from everybody who is one of us
 * @param host as written, brackets around IPv6
 * @param port the port told; 5060 when none was
 */
record Via(String version, String transport, String host, int port, boolean portTold, List<String> parameters) {
    private static final int SIP_PORT = 5060;
    private static final Pattern SHAPE = Pattern.compile(
            "SIP\\s*/\\s*([0-9.]{1,8})\\s*/\\s*([A-Za-z0-9-]{1,16})\\s+(\\[[0-9A-Fa-f:.%]{2,64}]|[^\\s:;,\\[\\]]{1,255})"
                    + "\\s*(?::\\s*([0-9]{1,5}))?\\s*((?:;.*)?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Optional<Via> read(String value) {
        Matcher shape = SHAPE.matcher(value.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        int port = shape.group(4) == null ? SIP_PORT : Integer.parseInt(shape.group(4));
        if (port < 1 || port > 0xffff) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : shape.group(5).split(";", -1)) {
            if (!parameter.isBlank()) {
                parameters.add(parameter.strip());
            }
        }
        return Optional.of(
                new Via(shape.group(1), shape.group(2), shape.group(3), port, shape.group(4) != null, parameters));
    }

    Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> name(parameter).equals(name))
                .map(parameter -> parameter.contains("=")
                        ? parameter.substring(parameter.indexOf('=') + 1).strip()
                        : "")
                .findFirst();
    }

    String sentBy() {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /**
     * The value as it goes back (RFC 3261 §18.2.1, RFC 3581): with the address that the request really came from when it
     * is another than it says, and with the port where it was asked for.
     */
    String answeredTo(InetSocketAddress peer) {
        boolean portWanted = parameter("rport").isPresent();
        StringBuilder value = new StringBuilder("SIP/")
                .append(version)
                .append('/')
                .append(transport)
                .append(' ')
                .append(host);
        if (portTold) {
            value.append(':').append(port);
        }
        for (String parameter : parameters) {
            switch (name(parameter)) {
                case "rport" -> value.append(";rport=").append(peer.getPort());
                case "received" -> {}
                default -> value.append(';').append(parameter);
            }
        }
        if (portWanted || !isFrom(peer)) {
            value.append(";received=").append(Peers.plain(peer.getAddress()));
        }
        return value.toString();
    }

    /**
     * Where datagrams for the sender go: to where the request came from, so that an address translator lets them through.
     * Only a sender that is not behind one and did not ask for that gets them at the port it names.
     */
    InetSocketAddress target(InetSocketAddress peer) {
        return parameter("rport").isEmpty() && isFrom(peer) ? new InetSocketAddress(peer.getAddress(), port) : peer;
    }

    private boolean isFrom(InetSocketAddress peer) {
        return host.startsWith("[")
                ? Peers.literal(host).equals(Optional.of(peer.getAddress()))
                : host.equalsIgnoreCase(Peers.host(peer.getAddress()));
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    }
}
