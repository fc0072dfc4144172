package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.alarms.receiver.sockets.Connection;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Limits;
import se.fixpunkt.alarms.receiver.sockets.Reactor;

/** Many connections that never end what they began; the reactor does not run. */
class RequestSessionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-24T14:00:00Z"), ZoneOffset.UTC);
    private static final int LONG = 90_000;

    private final AnIntake intake = new AnIntake();
    private final Reactor reactor = new Reactor(new Limits(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final RequestDesk desk = new RequestDesk(reactor, intake, new GarbageLog(intake, CLOCK), CLOCK);

    @AfterEach
    void close() {
        reactor.closeAll();
    }

    @Test
    void allUnfinishedMessagesTogetherHaveLittleRoom() {
        List<RequestSession> sessions = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Line line = new Line();
            RequestSession session = new RequestSession(line, desk, reactor);
            begin(session, LONG);
            if (!line.said.isEmpty()) {
                assertTrue(line.said.contains("<status>5</status>"), line.said);
                session.closed();
            } else {
                sessions.add(session);
            }
        }
        assertTrue(sessions.size() > 300 && sessions.size() < 380, () -> sessions.size() + " are kept");

        Line usual = new Line();
        begin(new RequestSession(usual, desk, reactor), 1000);
        assertTrue(usual.said.isEmpty(), "a message of usual length is still heard");

        sessions.forEach(RequestSession::closed);
        Line later = new Line();
        begin(new RequestSession(later, desk, reactor), LONG);
        assertTrue(later.said.isEmpty(), "room is given back");
    }

    private static void begin(RequestSession session, int length) {
        byte[] bytes = (Documents.HEADER + "<alarmrequest>" + "a".repeat(length)).getBytes(StandardCharsets.ISO_8859_1);
        session.received(bytes, bytes.length);
    }

    private static final class Line implements Connection {
        private String said = "";

        @Override
        public InetSocketAddress peer() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        }

        @Override
        public InetSocketAddress local() {
            return peer();
        }

        @Override
        public void send(Bytes bytes) {
            said += bytes.text(StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void reading(boolean wanted) {
            // nobody reads
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
