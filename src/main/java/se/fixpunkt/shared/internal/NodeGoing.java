package se.fixpunkt.shared.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The way out. When the application is told to stop it is first not ready any more, for as long as load balancers need to
 * notice; meanwhile it serves as before. Then everything else stops (see {@code src/adr/018}).
 */
@Readiness
@ApplicationScoped
class NodeGoing implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(NodeGoing.class.getName());

    private final Duration notice;
    private volatile boolean going;

    @Inject
    NodeGoing(@ConfigProperty(name = "fixpunkt.drain.seconds", defaultValue = "3") int seconds) {
        this.notice = Duration.ofSeconds(Math.max(0, Math.min(seconds, 60)));
    }

    void go(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @BeforeDestroyed(ApplicationScoped.class)
                    Object stopping)
            throws InterruptedException {
        going = true;
        LOG.info(() -> "Going: not ready from now on, stops in " + notice.toSeconds() + " s");
        TimeUnit.MILLISECONDS.sleep(notice.toMillis());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("going").status(!going).build();
    }
}
