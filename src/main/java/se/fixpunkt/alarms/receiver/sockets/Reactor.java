package se.fixpunkt.alarms.receiver.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One thread that owns every socket of the receivers, so that ten thousand idle devices cost memory and nothing else.
 * Protocol state lives on this thread and needs no locks; whatever may wait (the database) is done elsewhere and comes back
 * through {@link #execute}.
 */
public final class Reactor implements Runnable, Executor {
    private static final Logger LOG = Logger.getLogger(Reactor.class.getName());
    private static final int BUFFER = 64 * 1024;
    private static final int DATAGRAMS_AT_ONCE = 256;
    private static final int UDP_BUFFER = 4 * 1024 * 1024;
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Limits limits;
    private final Selector selector;
    private final byte[] scratch = new byte[BUFFER];
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Map<InetAddress, Integer> perSource = new HashMap<>();
    private final List<SelectableChannel> listeners = new ArrayList<>();
    private int connections;
    private long timersMade;
    private volatile boolean stopping;

    public Reactor(Limits limits) {
        this.limits = limits;
        try {
            this.selector = Selector.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Listens for connections.
     *
     * @param setting the name of the setting that chose the port, for the message when it is taken
     * @throws PortTaken when it cannot
     */
    @SuppressWarnings("MustBeClosedChecker")
    public InetSocketAddress listen(String setting, InetSocketAddress address, Function<Connection, Session> sessions) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            listeners.add(channel);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, 1024);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT, (Ready) key -> accept(channel, key, sessions));
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException failed) {
            throw new PortTaken(setting, address, failed.getMessage());
        }
    }

    /** Listens for datagrams; otherwise as {@link #listen}. */
    @SuppressWarnings("MustBeClosedChecker")
    public Datagrams datagrams(
            String setting, InetSocketAddress address, Function<Datagrams, Datagrams.Handler> handlers) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            listeners.add(channel);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, UDP_BUFFER);
            channel.bind(address);
            channel.configureBlocking(false);
            Datagrams port = new UdpPort(channel);
            Datagrams.Handler handler = handlers.apply(port);
            channel.register(selector, SelectionKey.OP_READ, (Ready) key -> receive(channel, handler));
            return port;
        } catch (IOException failed) {
            throw new PortTaken(setting, address, failed.getMessage());
        }
    }

    /** Runs it on the reactor's thread, soon. May be called from any thread. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs it on the reactor's thread after a while. To be called on that thread. */
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), timersMade++, task));
    }

    @Override
    public void run() {
        after(SWEEP, this::sweep);
        while (!stopping) {
            try {
                selector.select(key -> guarded(() -> ((Ready) key.attachment()).ready(key)), untilNextTimer());
                runTasks();
                runTimers();
            } catch (IOException | ClosedSelectorException failed) {
                LOG.log(Level.SEVERE, "The receivers' selector failed; no device is heard", failed);
                stopping = true;
            }
        }
        closeAll();
    }

    /** Stops listening at once; the thread ends and closes what is left. May be called from any thread, also before it runs. */
    public void stop() {
        stopping = true;
        selector.wakeup();
    }

    /** Closes the listening sockets only: what is being answered can still be answered. */
    public void stopListening() {
        for (SelectableChannel listener : listeners) {
            if (listener instanceof ServerSocketChannel) {
                closeQuietly(listener);
            }
        }
    }

    /** For a reactor that never ran: gives its ports back. */
    public void closeAll() {
        for (SelectionKey key : selector.keys()) {
            guarded(() -> {
                if (key.attachment() instanceof TcpConnection connection) {
                    connection.abandon();
                }
            });
        }
        listeners.forEach(Reactor::closeQuietly);
        closeQuietly(selector);
    }

    private void accept(ServerSocketChannel server, SelectionKey listening, Function<Connection, Session> sessions)
            throws IOException {
        SocketChannel channel;
        try {
            channel = server.accept();
        } catch (IOException tooManyFiles) {
            pause(listening);
            throw tooManyFiles;
        }
        if (channel != null) {
            admit(channel, sessions);
        }
    }

    /** Without a pause a listener that cannot accept would be ready again at once, for ever. */
    private void pause(SelectionKey listening) {
        if (listening.isValid()) {
            listening.interestOps(0);
            after(SWEEP, () -> listening.interestOps(SelectionKey.OP_ACCEPT));
        }
    }

    private void admit(SocketChannel channel, Function<Connection, Session> sessions) throws IOException {
        InetAddress source = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        if (connections >= limits.connections() || perSource.getOrDefault(source, 0) >= limits.connectionsPerSource()) {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        connections++;
        perSource.merge(source, 1, Integer::sum);
        TcpConnection connection = new TcpConnection(channel, key, limits, scratch, () -> left(source));
        key.attach(connection);
        connection.start(sessions);
    }

    private void left(InetAddress source) {
        connections--;
        perSource.computeIfPresent(source, (address, count) -> count == 1 ? null : count - 1);
    }

    private void receive(DatagramChannel channel, Datagrams.Handler handler) throws IOException {
        for (int i = 0; i < DATAGRAMS_AT_ONCE; i++) {
            ByteBuffer buffer = ByteBuffer.wrap(scratch);
            InetSocketAddress peer = (InetSocketAddress) channel.receive(buffer);
            if (peer == null) {
                return;
            }
            Bytes datagram = Bytes.of(scratch, 0, buffer.position());
            guarded(() -> handler.received(peer, datagram));
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            if (key.isValid() && key.attachment() instanceof TcpConnection connection) {
                guarded(() -> connection.closeIfSilent(now));
            }
        }
        after(SWEEP, this::sweep);
    }

    private long untilNextTimer() {
        Timer next = timers.peek();
        long millis = next == null ? SWEEP.toMillis() : (next.due() - System.nanoTime()) / 1_000_000 + 1;
        return Math.max(1, millis);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task::run);
        }
    }

    private void runTimers() {
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.peek().due() - now <= 0) {
            guarded(timers.poll().task()::run);
        }
    }

    /** One broken message, connection or session must never stop the others. */
    private static void guarded(Step step) {
        try {
            step.run();
        } catch (IOException lost) {
            LOG.log(Level.FINE, "A socket failed", lost);
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.log(Level.WARNING, "A receiver failed on one message", failed);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception ignored) {
            LOG.log(Level.FINE, "Closing failed", ignored);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** What is done when a channel is ready. */
    @FunctionalInterface
    interface Ready {
        void ready(SelectionKey key) throws IOException;
    }

    private record Timer(long due, long number, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.signum(due - other.due);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
