package se.fixpunkt.alarms.receiver.scaip;

import java.util.Optional;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Connection;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Session;

/** One SIP connection over TCP, or over TLS on it. */
final class SipSession implements Session {
    private static final int UNANSWERED = 64;
    private static final Bytes PONG = Bytes.latin1("\r\n");

    private final Connection connection;
    private final SipDesk desk;
    private final GarbageLog garbage;
    private final SipStream stream = new SipStream();
    private final SipPath path;
    private boolean trusted;
    private int unanswered;

    /** @param transport {@code TCP} or {@code TLS} */
    SipSession(Connection connection, String transport, SipDesk desk, GarbageLog garbage) {
        this.connection = connection;
        this.desk = desk;
        this.garbage = garbage;
        this.path = new SipPath.Stream(connection, transport);
    }

    @Override
    public void received(byte[] bytes, int length) {
        for (Bytes message : stream.feed(bytes, length)) {
            unanswered++;
            boolean understood = desk.receive(message, path, this::answered);
            trusted |= understood;
            if (!understood) {
                connection.close();
                return;
            }
        }
        for (int pings = stream.takePings(); pings > 0; pings--) {
            trusted = true;
            connection.send(PONG);
        }
        if (stream.isBroken()) {
            if (stream.waiting()) {
                garbage.keep(
                        Protocol.SCAIP,
                        Optional.empty(),
                        connection.peer(),
                        Masked.message(stream.rest()),
                        "",
                        "garbage");
            }
            connection.close();
            return;
        }
        connection.reading(unanswered < UNANSWERED);
    }

    private void answered() {
        unanswered--;
        if (unanswered < UNANSWERED) {
            connection.reading(true);
        }
    }

    @Override
    public void closed() {
        if (stream.waiting() && !stream.isBroken()) {
            garbage.keep(
                    Protocol.SCAIP,
                    Optional.empty(),
                    connection.peer(),
                    Masked.message(stream.rest()),
                    "",
                    "unfinished");
        }
    }

    @Override
    public boolean unfinished() {
        return stream.waiting();
    }

    @Override
    public boolean awaitingAnswers() {
        return unanswered > 0;
    }

    @Override
    public boolean trusted() {
        return trusted;
    }
}
