package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.operations.NodeReport;
import se.fixpunkt.shared.DatabaseWatch;
import se.fixpunkt.shared.Resealing;

/** What this node has to say of itself at this moment. */
@ApplicationScoped
class OwnReport {
    private final Instance<HealthCheck> checks;
    private final DatabaseWatch database;
    private final Reception reception;
    private final Disks disks;
    private final Certificates certificates;
    private final BackupFiles backup;
    private final Resealing resealing;

    @Inject
    OwnReport(
            @Readiness Instance<HealthCheck> checks,
            DatabaseWatch database,
            Reception reception,
            Disks disks,
            Certificates certificates,
            BackupFiles backup,
            Resealing resealing) {
        this.checks = checks;
        this.database = database;
        this.reception = reception;
        this.disks = disks;
        this.certificates = certificates;
        this.backup = backup;
        this.resealing = resealing;
    }

    /** What {@code /health/ready} says. */
    boolean isReady() {
        return checks.stream().allMatch(check -> check.call().getStatus() == Status.UP);
    }

    NodeReport now() {
        return new NodeReport(
                database.sight(),
                reception.receivers(),
                reception.waiting(),
                disks.now(),
                certificates.now(),
                backup.now(),
                resealing.keyId(),
                true);
    }
}
