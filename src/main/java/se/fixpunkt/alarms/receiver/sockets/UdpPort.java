package se.fixpunkt.alarms.receiver.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.domain.Bytes;

/** A bound datagram channel. A datagram that cannot be sent is lost, as datagrams are. */
record UdpPort(DatagramChannel channel) implements Datagrams {
    private static final Logger LOG = Logger.getLogger(UdpPort.class.getName());

    @Override
    public void send(InetSocketAddress to, Bytes datagram) {
        try {
            channel.send(ByteBuffer.wrap(datagram.toArray()), to);
        } catch (IOException | IllegalArgumentException failed) {
            LOG.log(Level.FINE, "A datagram could not be sent", failed);
        }
    }

    @Override
    public InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            return new InetSocketAddress(0);
        }
    }
}
