package se.fixpunkt.alarms.receiver.sosaccess;

import java.net.InetSocketAddress;
import java.time.Clock;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.TlsDoor;

/** Speaks SOS Access v4 on one port, over TCP. */
public final class SosAccessReceiver {
    private final Reactor reactor;
    private final RequestDesk desk;

    public SosAccessReceiver(Reactor reactor, Intake intake, GarbageLog garbage, Clock clock) {
        this.reactor = reactor;
        this.desk = new RequestDesk(reactor, intake, garbage, clock);
    }

    /**
     * @param setting the name of the setting that chose the port
     * @return the address listened on, for a port of 0
     */
    public InetSocketAddress listen(String setting, InetSocketAddress address) {
        return reactor.listen(setting, address, connection -> new RequestSession(connection, desk, reactor));
    }

    /** As {@link #listen}, over TLS; {@code tls} stands in front of each connection. */
    public InetSocketAddress listenSecurely(String setting, InetSocketAddress address, TlsDoor tls) {
        return reactor.listen(
                setting,
                address,
                tls.before(Protocol.SOS_ACCESS, connection -> new RequestSession(connection, desk, reactor)));
    }
}
