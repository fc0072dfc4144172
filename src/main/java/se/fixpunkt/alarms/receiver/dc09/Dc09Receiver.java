package se.fixpunkt.alarms.receiver.dc09;

import java.net.InetSocketAddress;
import java.time.Clock;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.receiver.sockets.Datagrams;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.TlsDoor;

/** Speaks SIA DC-09 on one port, over TCP and UDP. */
public final class Dc09Receiver {
    private final Reactor reactor;
    private final FrameReception reception;

    public Dc09Receiver(Reactor reactor, Intake intake, GarbageLog garbage, Clock clock) {
        this.reactor = reactor;
        this.reception = new FrameReception(intake, garbage, clock);
    }

    /**
     * @param setting the name of the setting that chose the port
     * @return the address listened on, for a port of 0
     */
    public InetSocketAddress listen(String setting, InetSocketAddress address) {
        InetSocketAddress bound =
                reactor.listen(setting, address, connection -> new FrameSession(connection, reception, reactor));
        reactor.datagrams(setting, bound, port -> (peer, datagram) -> receive(port, peer, datagram.toArray()));
        return bound;
    }

    /** As {@link #listen}, over TLS and therefore without datagrams; {@code tls} stands in front of each connection. */
    public InetSocketAddress listenSecurely(String setting, InetSocketAddress address, TlsDoor tls) {
        return reactor.listen(
                setting,
                address,
                tls.before(Protocol.DC09, connection -> new FrameSession(connection, reception, reactor)));
    }

    private void receive(Datagrams port, InetSocketAddress peer, byte[] datagram) {
        FrameSplitter splitter = new FrameSplitter();
        splitter.feed(datagram, datagram.length).forEach(piece -> answer(port, peer, piece));
        splitter.finish().forEach(piece -> answer(port, peer, piece));
    }

    private void answer(Datagrams port, InetSocketAddress peer, Piece piece) {
        reception
                .receive(piece, peer)
                .answers()
                .thenAccept(answers -> answers.forEach(answer -> reactor.execute(() -> port.send(peer, answer))));
    }
}
