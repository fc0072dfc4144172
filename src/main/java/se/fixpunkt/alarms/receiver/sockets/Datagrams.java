package se.fixpunkt.alarms.receiver.sockets;

import java.net.InetSocketAddress;
import se.fixpunkt.alarms.domain.Bytes;

/** A UDP port's two directions. */
public interface Datagrams {

    /** What a protocol does with a datagram. Called on the reactor's thread only; must never block. */
    @FunctionalInterface
    interface Handler {
        void received(InetSocketAddress peer, Bytes datagram);
    }

    /** Sends from the port that the request came to, so that an address translator on the way lets it through. */
    void send(InetSocketAddress to, Bytes datagram);

    InetSocketAddress local();
}
