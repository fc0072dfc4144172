package se.fixpunkt.alarms.receiver.sockets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import se.fixpunkt.alarms.Protocol;

/**
 * TLS before the sessions of a reactor. The sums of a handshake are done beside the reactor's thread, so that a thousand
 * devices that come back at once do not keep an alarm waiting. A certificate that is renewed is taken up within a minute.
 */
public final class TlsDoor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TlsDoor.class.getName());
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final int SUMS_AT_ONCE = 2;
    private static final int WAITING = 10_000;

    private final Reactor reactor;
    private final TlsFiles files;
    private final GarbageLog garbage;
    private final ThreadPoolExecutor sums;
    private volatile SSLContext context;
    private List<String> state;

    /** @throws TlsUnusable when certificate and key cannot be used */
    public TlsDoor(Reactor reactor, TlsFiles files, ThreadFactory threads, GarbageLog garbage) {
        this.reactor = reactor;
        this.files = files;
        this.garbage = garbage;
        this.state = files.state();
        this.context = files.load();
        this.sums = new ThreadPoolExecutor(
                SUMS_AT_ONCE, SUMS_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), threads);
        sums.allowCoreThreadTimeOut(true);
        reactor.execute(this::lookLater);
    }

    /** @param sessions what is behind the door; a connection that never gets through is kept as garbage of this protocol */
    public Function<Connection, Session> before(Protocol protocol, Function<Connection, Session> sessions) {
        return wire -> new TlsConnection(
                wire,
                engine(),
                sessions,
                this::compute,
                (begun, verdict) -> garbage.keep(protocol, Optional.empty(), wire.peer(), begun, "", verdict));
    }

    @Override
    public void close() {
        sums.shutdownNow();
    }

    /** Looks whether the files have changed. Never fails: the old certificate is better than none. */
    void look() {
        List<String> now = files.state();
        if (now.equals(state)) {
            return;
        }
        state = now;
        try {
            context = files.load();
            LOG.info("The receivers' new certificate is in use");
        } catch (TlsUnusable unusable) {
            LOG.log(Level.SEVERE, "The receivers go on with their old certificate: {0}", unusable.getMessage());
        }
    }

    private void lookLater() {
        reactor.after(LOOK, () -> {
            if (!compute(this::look, this::lookLater)) {
                lookLater();
            }
        });
    }

    private boolean compute(Runnable task, Runnable then) {
        try {
            sums.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException failed) {
                    LOG.log(Level.FINE, "A handshake failed", failed);
                } finally {
                    reactor.execute(then);
                }
            });
            return true;
        } catch (RejectedExecutionException tooMany) {
            LOG.log(Level.FINE, "Too many handshakes at once", tooMany);
            return false;
        }
    }

    private SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        if (files.clientAuthorities().isPresent()) {
            if (files.clientsRequired()) {
                parameters.setNeedClientAuth(true);
            } else {
                parameters.setWantClientAuth(true);
            }
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
