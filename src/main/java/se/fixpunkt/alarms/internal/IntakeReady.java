package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node that could not commit an alarm sends devices to another one until it can again. */
@Readiness
@ApplicationScoped
class IntakeReady implements HealthCheck {
    private final SignalIntake intake;

    @Inject
    IntakeReady(SignalIntake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake").status(intake.isWell()).build();
    }
}
