package se.fixpunkt.alarms.receiver.sosaccess;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Connection;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.Session;

/**
 * One connection: usually one request and its answer, but any number, answered in the order they came. It stays open after an
 * answer, unless what came cannot be cut into requests any more.
 */
final class RequestSession implements Session {
    private static final int UNANSWERED = 64;
    /** So many refusals in a row are somebody who guesses. */
    private static final int PATIENCE = 8;
    /** What the other end is still sending is read for this long: closing before would take the answer with it. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Connection connection;
    private final RequestDesk desk;
    private final Reactor reactor;
    private final DocumentStream stream = new DocumentStream();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean trusted;
    private boolean deaf;
    private int refused;
    private int held;

    RequestSession(Connection connection, RequestDesk desk, Reactor reactor) {
        this.connection = connection;
        this.desk = desk;
        this.reactor = reactor;
    }

    @Override
    public void received(byte[] bytes, int length) {
        if (deaf) {
            return;
        }
        for (DocumentStream.Document document : stream.feed(bytes, length)) {
            Waiting place = new Waiting();
            waiting.add(place);
            desk.receive(document.bytes(), document.kind(), connection.peer(), reply -> replied(place, reply));
            if (deaf) {
                return;
            }
        }
        hold(stream.size());
        if (stream.trouble().isPresent()) {
            last(desk.refuse(stream.trouble().get(), stream.kind(), stream.rest(), connection.peer()));
        } else if (!trusted && desk.isCrowdedFor(held)) {
            last(desk.crowded(stream.kind(), stream.rest(), connection.peer()));
        }
        connection.reading(deaf || waiting.size() < UNANSWERED);
    }

    @Override
    public void closed() {
        hold(0);
        if (stream.waiting() && !deaf) {
            desk.unfinished(stream.rest(), connection.peer());
        }
    }

    @Override
    public boolean unfinished() {
        return stream.waiting();
    }

    @Override
    public boolean awaitingAnswers() {
        return !waiting.isEmpty();
    }

    @Override
    public boolean trusted() {
        return trusted;
    }

    /** Nothing more is read after this. */
    private void last(RequestDesk.Reply reply) {
        deaf = true;
        Waiting place = new Waiting();
        waiting.add(place);
        replied(place, reply);
    }

    private void hold(int bytes) {
        desk.holds(bytes - held);
        held = bytes;
    }

    private void replied(Waiting place, RequestDesk.Reply reply) {
        place.answers = reply.answers();
        trusted |= reply.trusted();
        refused = reply.trusted() ? 0 : refused + 1;
        boolean silent = reply.answers().isEmpty();
        while (!waiting.isEmpty() && waiting.peek().answers != null) {
            waiting.remove().answers.forEach(connection::send);
        }
        if (refused > PATIENCE) {
            deaf = true;
        }
        if (deaf && waiting.isEmpty()) {
            leave(silent);
        } else if (waiting.size() < UNANSWERED) {
            connection.reading(true);
        }
    }

    private void leave(boolean atOnce) {
        if (atOnce) {
            connection.close();
        } else {
            reactor.after(LINGER, connection::close);
        }
    }

    private static final class Waiting {
        private List<Bytes> answers;
    }
}
