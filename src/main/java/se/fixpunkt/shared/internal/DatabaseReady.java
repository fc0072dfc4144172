package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that a real table answers: a Galera node in the minority still answers SELECT 1. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource dataSource;

    @Inject
    DatabaseReady(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM node_lease")) {
                return HealthCheckResponse.named("database").status(rows.next()).build();
            }
        } catch (SQLException failure) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("error", failure.getErrorCode())
                    .build();
        }
    }
}
