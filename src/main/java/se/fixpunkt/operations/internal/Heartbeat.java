package se.fixpunkt.operations.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.NodeStopping;
import se.fixpunkt.shared.ThisNode;

/** Writes this node's row: at the start, every five seconds, and a goodbye at the end. Every node has its own. */
@ApplicationScoped
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int EVERY_SECONDS = 5;
    private static final Duration KEPT = Duration.ofDays(7);

    private final ManagedScheduledExecutorService timer;
    private final ThisNode node;
    private final NodeRepository nodes;
    private final OwnReport report;
    private final ReportText text;
    private final Clock clock;
    private volatile boolean registered;
    private volatile boolean left;
    private ScheduledFuture<?> beating;

    @Inject
    Heartbeat(
            ManagedScheduledExecutorService timer,
            ThisNode node,
            NodeRepository nodes,
            OwnReport report,
            ReportText text,
            Clock clock) {
        this.timer = timer;
        this.node = node;
        this.nodes = nodes;
        this.report = report;
        this.text = text;
        this.clock = clock;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        beating = timer.scheduleWithFixedDelay(this::beat, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** After all others: then it is true. */
    void leave(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) NodeStopping stopping) {
        stop();
    }

    @PreDestroy
    void stop() {
        if (left) {
            return;
        }
        left = true;
        if (beating != null) {
            beating.cancel(true);
        }
        try {
            nodes.stopped(node, clock.instant());
        } catch (RuntimeException away) {
            LOG.log(
                    Level.INFO,
                    "This node stops without a goodbye, the others will find it silent: {0}",
                    away.getMessage());
        }
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private void beat() {
        if (left) {
            return;
        }
        try {
            String said = text.write(report.now());
            if (!nodes.beat(node, clock.instant(), report.isReady(), said)) {
                if (registered) {
                    LOG.warning(() -> "Another process calls itself " + node.name() + " too; set FIXPUNKT_NODE");
                }
                nodes.register(node, clock.instant(), report.isReady(), said);
                nodes.forgetUnseenSince(clock.instant().minus(KEPT));
            }
            registered = true;
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "This node could not write that it lives; it tries again", failure);
        }
    }
}
