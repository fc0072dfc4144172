package se.fixpunkt.alarms.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Empties the conversation log's former table into the present one: what was written before the upgrade, and what a node that has
 * not been upgraded yet goes on writing. Every node does; moving a row twice does no harm.
 */
@ApplicationScoped
class FormerConversations {
    private static final Logger LOG = Logger.getLogger(FormerConversations.class.getName());
    private static final int EVERY_SECONDS = 10;

    private final ManagedScheduledExecutorService timer;
    private final ConversationMove move;
    private ScheduledFuture<?> round;

    @Inject
    FormerConversations(ManagedScheduledExecutorService timer, ConversationMove move) {
        this.timer = timer;
        this.move = move;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        round = timer.scheduleWithFixedDelay(this::sweep, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (round != null) {
            round.cancel(true);
        }
    }

    private void sweep() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = move.some();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The former conversation log was not moved; the next round tries again", failure);
        }
    }
}
