package se.fixpunkt.alarms.receiver.scaip;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.UnaryOperator;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Datagrams;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.TlsDoor;

/** Speaks SCAIP over SIP on one port, over UDP and TCP. */
public final class ScaipReceiver {
    private static final int SHORTEST = 20;

    private final Reactor reactor;
    private final GarbageLog garbage;
    private final SipDesk desk;

    /**
     * @param seal a keyed hash, the same on every node, for what devices with a password are asked
     * @param transfer the number or address that devices are told to call; empty when they have their own
     */
    public ScaipReceiver(
            Reactor reactor,
            Intake intake,
            GarbageLog garbage,
            Clock clock,
            UnaryOperator<byte[]> seal,
            String transfer) {
        this.reactor = reactor;
        this.garbage = garbage;
        this.desk = new SipDesk(reactor, intake, garbage, clock, new Digest(new Nonces(seal)), transfer);
    }

    /**
     * @param setting the name of the setting that chose the port
     * @return the address listened on, for a port of 0
     */
    public InetSocketAddress listen(String setting, InetSocketAddress address) {
        InetSocketAddress bound =
                reactor.listen(setting, address, connection -> new SipSession(connection, "TCP", desk, garbage));
        reactor.datagrams(setting, bound, port -> (peer, datagram) -> receive(port, peer, datagram));
        return bound;
    }

    /** As {@link #listen}, over TLS; {@code tls} stands in front of each connection. */
    public InetSocketAddress listenSecurely(String setting, InetSocketAddress address, TlsDoor tls) {
        return reactor.listen(
                setting,
                address,
                tls.before(Protocol.SCAIP, connection -> new SipSession(connection, "TLS", desk, garbage)));
    }

    private void receive(Datagrams port, InetSocketAddress peer, Bytes datagram) {
        if (datagram.length() >= SHORTEST || !isKeepAlive(datagram)) {
            desk.receive(datagram, new SipPath.Udp(port, peer, peer), () -> {});
        }
    }

    /** Line ends and NULs that only hold an address translator open. */
    private static boolean isKeepAlive(Bytes datagram) {
        for (byte one : datagram.toArray()) {
            if (one != '\r' && one != '\n' && one != 0) {
                return false;
            }
        }
        return true;
    }
}
