package se.fixpunkt.alarms.receiver.sockets;

import java.net.InetSocketAddress;
import se.fixpunkt.alarms.domain.Bytes;

/** One device's TCP connection, as its session sees it. Used on the reactor's thread only. */
public interface Connection {
    InetSocketAddress peer();

    InetSocketAddress local();

    /** Queues the bytes; does nothing when the connection is gone. */
    void send(Bytes bytes);

    boolean isOpen();

    /** Stops or starts reading, so that a device that does not wait for its answers has to. */
    void reading(boolean wanted);

    /** Closes when everything queued has been sent. */
    void close();
}
