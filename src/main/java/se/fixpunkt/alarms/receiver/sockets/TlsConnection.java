package se.fixpunkt.alarms.receiver.sockets;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import se.fixpunkt.alarms.domain.Bytes;

/** TLS between a connection and its session: to the wire it is a session, to the session it is the connection. */
final class TlsConnection implements Session, Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int BEGINNING_KEPT = 256;

    private final Connection wire;
    private final SSLEngine engine;
    private final Aside aside;
    private final BiConsumer<Bytes, String> trouble;
    private final Session session;
    /** Said before the handshake was over. */
    private final Deque<Bytes> unsaid = new ArrayDeque<>();
    /** Received and not yet read by the engine, which wants whole records. */
    private byte[] rest = {};

    private Bytes beginning = Bytes.NONE;
    private boolean established;
    private boolean busy;
    private boolean over;
    private boolean readingWanted = true;

    /** Work that is too long for the reactor's thread. */
    @FunctionalInterface
    interface Aside {
        /**
         * @param then done on the reactor's thread when the task is done
         * @return false when there is too much of it
         */
        boolean compute(Runnable task, Runnable then);
    }

    /**
     * @param trouble told when it comes to nothing: how it began, and why
     */
    TlsConnection(
            Connection wire,
            SSLEngine engine,
            Function<Connection, Session> sessions,
            Aside aside,
            BiConsumer<Bytes, String> trouble) {
        this.wire = wire;
        this.engine = engine;
        this.aside = aside;
        this.trouble = trouble;
        this.session = sessions.apply(this);
    }

    @Override
    public void received(byte[] bytes, int length) {
        if (over) {
            return;
        }
        if (!established && beginning.length() < BEGINNING_KEPT) {
            byte[] more = Arrays.copyOf(beginning.toArray(), beginning.length() + Math.min(length, BEGINNING_KEPT));
            System.arraycopy(bytes, 0, more, beginning.length(), more.length - beginning.length());
            beginning = Bytes.of(more);
        }
        byte[] all = Arrays.copyOf(rest, rest.length + length);
        System.arraycopy(bytes, 0, all, rest.length, length);
        rest = all;
        turn();
    }

    /** Goes on until there is something to wait for. */
    private void turn() {
        try {
            boolean more = true;
            while (more && !busy && !over) {
                more = switch (engine.getHandshakeStatus()) {
                    case NEED_TASK -> compute();
                    case NEED_WRAP -> wrap(NOTHING);
                    default -> unwrap();
                };
            }
        } catch (SSLException | RuntimeException failed) {
            fail("tls-failed");
        }
    }

    private boolean compute() throws SSLException {
        if (established) {
            throw new SSLException("a second handshake, asked for by the client");
        }
        List<Runnable> tasks = new ArrayList<>();
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            tasks.add(task);
        }
        busy = true;
        wire.reading(false);
        if (!aside.compute(() -> tasks.forEach(Runnable::run), this::computed)) {
            fail("tls-crowded");
        }
        return false;
    }

    private boolean unwrap() throws SSLException {
        ByteBuffer in = ByteBuffer.wrap(rest);
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(in, out);
        rest = in.hasRemaining() ? Arrays.copyOfRange(rest, in.position(), rest.length) : new byte[0];
        establish(result);
        if (out.position() > 0) {
            session.received(out.array(), out.position());
        }
        if (result.getStatus() == Status.CLOSED) {
            close();
            return false;
        }
        HandshakeStatus next = engine.getHandshakeStatus();
        boolean moved = result.getStatus() == Status.OK && result.bytesConsumed() + result.bytesProduced() > 0;
        return moved || next == HandshakeStatus.NEED_WRAP || next == HandshakeStatus.NEED_TASK;
    }

    private boolean wrap(ByteBuffer plain) throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(plain, out);
        if (out.position() > 0) {
            wire.send(Bytes.of(out.array(), 0, out.position()));
        }
        establish(result);
        return result.getStatus() == Status.OK;
    }

    private void establish(SSLEngineResult result) throws SSLException {
        if (established || result.getHandshakeStatus() != HandshakeStatus.FINISHED) {
            return;
        }
        established = true;
        beginning = Bytes.NONE;
        while (!unsaid.isEmpty()) {
            say(unsaid.remove());
        }
    }

    private void say(Bytes bytes) throws SSLException {
        ByteBuffer plain = ByteBuffer.wrap(bytes.toArray());
        boolean said = true;
        while (said && plain.hasRemaining()) {
            said = wrap(plain);
        }
    }

    private void fail(String verdict) {
        if (!established && !over) {
            trouble.accept(beginning, verdict);
        }
        close();
    }

    @Override
    public void send(Bytes bytes) {
        if (!established) {
            unsaid.add(bytes);
            return;
        }
        try {
            say(bytes);
        } catch (SSLException failed) {
            fail("tls-failed");
        }
    }

    /** Also tells the other end why, where the engine has something to say. */
    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        engine.closeOutbound();
        try {
            boolean more = !busy;
            while (more && !engine.isOutboundDone()) {
                more = wrap(NOTHING);
            }
        } catch (SSLException | RuntimeException nothingMoreToSay) {
            wire.close();
            return;
        }
        wire.close();
    }

    @Override
    public void closed() {
        if (!established && !over && beginning.length() > 0) {
            trouble.accept(beginning, "tls-failed");
        }
        over = true;
        session.closed();
    }

    @Override
    public void reading(boolean wanted) {
        readingWanted = wanted;
        if (!busy) {
            wire.reading(wanted);
        }
    }

    @Override
    public InetSocketAddress peer() {
        return wire.peer();
    }

    @Override
    public InetSocketAddress local() {
        return wire.local();
    }

    @Override
    public boolean isOpen() {
        return !over && wire.isOpen();
    }

    @Override
    public boolean unfinished() {
        return rest.length > 0 || session.unfinished();
    }

    @Override
    public boolean awaitingAnswers() {
        return busy || session.awaitingAnswers();
    }

    @Override
    public boolean trusted() {
        return established && session.trusted();
    }

    private void computed() {
        busy = false;
        if (!over) {
            wire.reading(readingWanted);
            turn();
        }
    }
}
