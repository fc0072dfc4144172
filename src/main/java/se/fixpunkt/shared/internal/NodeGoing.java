package se.fixpunkt.shared.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.fixpunkt.shared.NodeStopping;

/**
 * The way out. Told to stop (SIGTERM), the node is first not ready any more, for as long as load balancers need to notice,
 * and serves as before; then the process ends and everything stops in order. The server itself would answer 503 to everybody
 * from the first moment, whoever still comes (see {@code src/adr/018}).
 */
@Readiness
@ApplicationScoped
class NodeGoing implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(NodeGoing.class.getName());
    /** What a process that SIGTERM ended exits with: 128 + 15. */
    private static final int TERMINATED = 143;

    /** Receivers wait for what is on its way for as long as this, in all. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final Event<NodeStopping> stopping;
    private final ManagedThreadFactory threads;
    private final Duration notice;
    private volatile boolean going;
    private TerminationSignal signal;

    @Inject
    NodeGoing(
            Event<NodeStopping> stopping,
            ManagedThreadFactory threads,
            @ConfigProperty(name = "fixpunkt.drain.seconds", defaultValue = "3") int seconds) {
        this.stopping = stopping;
        this.threads = threads;
        this.notice = Duration.ofSeconds(Math.max(0, Math.min(seconds, 60)));
    }

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            signal = TerminationSignal.handledBy(this::go);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException notThisJvm) {
            LOG.log(Level.WARNING, "SIGTERM cannot be heard here; load balancers will see the end at once", notThisJvm);
        }
    }

    /** Undeployed, or the process ends. */
    @PreDestroy
    void stop() {
        going = true;
        if (signal != null) {
            signal.release();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("going").status(!going).build();
    }

    private void go() {
        if (!going) {
            going = true;
            LOG.info(() -> "Told to stop: not ready from now on, stops in " + notice.toSeconds() + " s");
            pause();
            finish();
        }
        System.exit(TERMINATED);
    }

    /** On a thread of the server's, which knows the application; the signal's own does not. At last the process ends anyway. */
    private void finish() {
        Thread teller = threads.newThread(this::tellOthers);
        teller.start();
        try {
            teller.join(LONGEST.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that fails must not keep the process alive. */
    private void tellOthers() {
        try {
            stopping.fire(new NodeStopping());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Not everything came to its end", failed);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(notice.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
