package se.fixpunkt.alarms.receiver.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.domain.Bytes;

/** One accepted connection on the reactor's thread. */
final class TcpConnection implements Connection, Reactor.Ready {
    private static final Logger LOG = Logger.getLogger(TcpConnection.class.getName());
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Limits limits;
    private final byte[] scratch;
    private final Runnable whenLeft;
    private final InetSocketAddress peer;
    private final InetSocketAddress local;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private Session session;
    private int unsentBytes;
    private final long opened = System.nanoTime();
    private long lastHeard = opened;
    private boolean reading = true;
    private boolean halfClosed;
    private boolean closing;
    private boolean closed;

    TcpConnection(SocketChannel channel, SelectionKey key, Limits limits, byte[] scratch, Runnable whenLeft)
            throws IOException {
        this.channel = channel;
        this.key = key;
        this.limits = limits;
        this.scratch = scratch;
        this.whenLeft = whenLeft;
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        this.local = (InetSocketAddress) channel.getLocalAddress();
    }

    void start(Function<Connection, Session> sessions) {
        session = sessions.apply(this);
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        try {
            if (ready.isValid() && ready.isWritable()) {
                flush();
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
        } catch (IOException | RuntimeException failed) {
            abandon();
            throw failed;
        }
    }

    private void read() throws IOException {
        int length = channel.read(ByteBuffer.wrap(scratch));
        if (length < 0) {
            ended();
            return;
        }
        lastHeard = System.nanoTime();
        if (length > 0 && !closing) {
            session.received(scratch, length);
        }
    }

    /** A device may close its half after its last frame and still wait for the answer. */
    private void ended() {
        reading = false;
        if (session.awaitingAnswers()) {
            halfClosed = true;
            interest();
        } else {
            abandon();
        }
    }

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void send(Bytes bytes) {
        if (closed) {
            return;
        }
        unsent.add(ByteBuffer.wrap(bytes.toArray()));
        unsentBytes += bytes.length();
        if (unsentBytes > Limits.UNSENT) {
            abandon();
            return;
        }
        try {
            flush();
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A connection broke while being answered", gone);
            abandon();
        }
    }

    @Override
    public void reading(boolean wanted) {
        if (reading != wanted && !halfClosed) {
            reading = wanted;
            interest();
        }
    }

    @Override
    public void close() {
        closing = true;
        if (unsent.isEmpty()) {
            abandon();
        }
    }

    private void flush() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer next = unsent.peek();
            unsentBytes -= channel.write(next);
            if (next.hasRemaining()) {
                interest();
                return;
            }
            unsent.remove();
        }
        if (closing || (halfClosed && !session.awaitingAnswers())) {
            abandon();
        } else {
            interest();
        }
    }

    private void interest() {
        if (key.isValid()) {
            key.interestOps((reading ? SelectionKey.OP_READ : 0) | (unsent.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }

    void closeIfSilent(long now) {
        boolean patient = session.trusted() && !session.unfinished() && !halfClosed;
        long since = now - (session.trusted() ? lastHeard : opened);
        if (since > (patient ? limits.idle() : limits.beginning()).toNanos()) {
            abandon();
        }
    }

    /** Closes now, whatever was queued. */
    void abandon() {
        if (closed) {
            return;
        }
        closed = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            LOG.log(Level.FINE, "Closing a connection failed", ignored);
        }
        whenLeft.run();
        session.closed();
    }
}
