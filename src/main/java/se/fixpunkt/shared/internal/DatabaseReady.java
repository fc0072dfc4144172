package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.fixpunkt.shared.DatabaseSight;
import se.fixpunkt.shared.DatabaseWatch;

/** Ready means that the majority's database answers. Tells what the watch saw, so it never waits itself. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
    private final DatabaseWatch watch;

    @Inject
    DatabaseReady(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        DatabaseSight sight = watch.sight();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("database").status(sight.answers() && sight.isPrimary());
        if (sight.replicated()) {
            response.withData("node", sight.node()).withData("cluster", sight.clusterStatus());
        }
        return response.build();
    }
}
