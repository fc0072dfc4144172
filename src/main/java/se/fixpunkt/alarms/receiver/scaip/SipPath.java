package se.fixpunkt.alarms.receiver.scaip;

import java.net.InetSocketAddress;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Connection;
import se.fixpunkt.alarms.receiver.sockets.Datagrams;
import se.fixpunkt.alarms.receiver.sockets.Peers;

/** The way back to a device: the datagram port with its address, or its connection. */
sealed interface SipPath {
    /** Where the request came from. */
    InetSocketAddress peer();

    InetSocketAddress local();

    /** Whether a message that was sent arrives without being sent again. */
    boolean isReliable();

    boolean isOpen();

    void send(Bytes message);

    /** The way to where the request really came from, which is where our own messages go. */
    SipPath source();

    /** Where messages go, as it is written in a URI. */
    String remoteText();

    /** As it is written in a Via. */
    String transport();

    default int localPort() {
        return local().getPort();
    }

    /** Our own address as it is written in a URI; empty when we are bound to all of them. */
    default String localText() {
        return local().getAddress() == null || local().getAddress().isAnyLocalAddress() ? "" : Peers.text(local());
    }

    /** @param target where answers go; differs from the peer only for a sender that wants another port */
    record Udp(Datagrams port, InetSocketAddress peer, InetSocketAddress target) implements SipPath {
        @Override
        public InetSocketAddress local() {
            return port.local();
        }

        @Override
        public boolean isReliable() {
            return false;
        }

        @Override
        public String transport() {
            return "UDP";
        }

        @Override
        public SipPath source() {
            return new Udp(port, peer, peer);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(Bytes message) {
            port.send(target, message);
        }

        @Override
        public String remoteText() {
            return Peers.text(target);
        }
    }

    /** @param transport {@code TCP} or {@code TLS} */
    record Stream(Connection connection, String transport) implements SipPath {
        @Override
        public InetSocketAddress peer() {
            return connection.peer();
        }

        @Override
        public InetSocketAddress local() {
            return connection.local();
        }

        @Override
        public boolean isReliable() {
            return true;
        }

        @Override
        public SipPath source() {
            return this;
        }

        @Override
        public boolean isOpen() {
            return connection.isOpen();
        }

        @Override
        public void send(Bytes message) {
            connection.send(message);
        }

        @Override
        public String remoteText() {
            return Peers.text(connection.peer());
        }
    }
}
