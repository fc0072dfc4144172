package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Connection;
import se.fixpunkt.alarms.receiver.sockets.Session;

/**
 * One DC-09 connection: many frames, also many at once, answered in the order they came. It stays open after an answer, as
 * the revision of 2013 wants it.
 */
final class FrameSession implements Session {
    private static final int UNANSWERED = 256;
    /** So much garbage is a stranger, not a careless device. */
    private static final int PATIENCE = 8;

    private final Connection connection;
    private final FrameReception reception;
    private final Executor reactor;
    private final FrameSplitter splitter = new FrameSplitter();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean trusted;
    private int garbage;

    FrameSession(Connection connection, FrameReception reception, Executor reactor) {
        this.connection = connection;
        this.reception = reception;
        this.reactor = reactor;
    }

    @Override
    public void received(byte[] bytes, int length) {
        for (Piece piece : splitter.feed(bytes, length)) {
            take(piece);
            if (!connection.isOpen()) {
                return;
            }
        }
        connection.reading(waiting.size() < UNANSWERED);
    }

    @Override
    public void closed() {
        splitter.finish().forEach(piece -> reception.receive(piece, connection.peer()));
    }

    @Override
    public boolean unfinished() {
        return splitter.waiting();
    }

    @Override
    public boolean awaitingAnswers() {
        return !waiting.isEmpty();
    }

    @Override
    public boolean trusted() {
        return trusted;
    }

    private void take(Piece piece) {
        FrameReception.Outcome outcome = reception.receive(piece, connection.peer());
        if (!outcome.valid()) {
            garbage++;
            if (garbage > PATIENCE || (!trusted && isAnotherProtocol(piece))) {
                connection.close();
            }
            return;
        }
        trusted = true;
        garbage = 0;
        Waiting place = new Waiting();
        waiting.add(place);
        CompletionStage<List<Bytes>> answers = outcome.answers();
        answers.whenComplete((bytes, failed) -> reactor.execute(() -> answered(place, bytes)));
    }

    private void answered(Waiting place, List<Bytes> answers) {
        place.answers = answers == null ? List.of() : answers;
        while (!waiting.isEmpty() && waiting.peek().answers != null) {
            waiting.remove().answers.forEach(connection::send);
        }
        if (waiting.size() < UNANSWERED) {
            connection.reading(true);
        }
    }

    /** A browser, a port scanner or a TLS client. */
    private static boolean isAnotherProtocol(Piece piece) {
        String start = piece.bytes().first(5).text(StandardCharsets.ISO_8859_1);
        return start.startsWith("\u0016\u0003")
                || start.matches("(?:GET |POST |HEAD |PUT |OPTIO|CONNE|PRI |SSH-|MESSA|INVIT).*");
    }

    private static final class Waiting {
        private List<Bytes> answers;
    }
}
