package se.fixpunkt.alarms.receiver.sockets;

import java.net.InetSocketAddress;

/** A port could not be opened; the application must not start half deaf. The text is for IT staff, and names the setting. */
@SuppressWarnings("serial")
public final class PortTaken extends RuntimeException {
    public PortTaken(String setting, InetSocketAddress address, String reason) {
        super(setting + ": cannot listen on " + Peers.text(address) + " (" + reason + ")");
    }
}
